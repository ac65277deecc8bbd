using System.Globalization;
using System.Text.RegularExpressions;
using LabQc.Batches;
using LabQc.Equipment;
using LabQc.Methods;

namespace LabQc.Specifications;

/// <summary>Reads a definitions file section by section; what a section names must be defined in the file or before it.</summary>
internal sealed partial class DefinitionsReader(Definitions known, List<DefinitionFinding> findings)
{
    public Definitions Read(DefinitionForm form)
    {
        var attributes = Section(form, "attributes", ReadAttribute);
        var catalogue = new AttributeCatalogue(attributes.Concat(known.Attributes).Where(a => !AttributeCatalogue.IsBuiltIn(a.Code)).DistinctBy(a => a.Code));
        var products = Section(form, "products", ReadProduct);
        var methods = Section(form, "methods", f => new MethodReader(catalogue).Read(f, CodeAndVersion(f)));
        var criteria = new CriterionReader(catalogue, methods, known.Methods);
        var specifications = new SpecificationReader(criteria, [.. products.Concat(known.Products).Select(p => p.Code)]);
        var definitions = new Definitions
        {
            Attributes = attributes,
            IsolationMethods = Section(form, "isolation_methods", ReadIsolationMethod),
            Products = products,
            Instruments = Section(form, "instruments", ReadInstrument),
            Methods = methods,
            Specifications = Section(form, "specifications", specifications.Read),
        };
        form.RefuseTheRest();
        RefuseRepetitions(definitions);
        return definitions;
    }

    private static List<T> Section<T>(DefinitionForm form, string name, Func<DefinitionForm, T> read)
    {
        var things = new List<T>();
        foreach (var entry in form.Objects(name))
        {
            things.Add(read(entry));
            entry.RefuseTheRest();
        }
        return things;
    }

    private static LabAttribute ReadAttribute(DefinitionForm form)
    {
        var code = form.Text("code") ?? "";
        if (AttributeCatalogue.IsBuiltIn(code))
            form.Refuse("code", $"{code} is an attribute of every laboratory.", "Leave it out, or give your attribute another code.");
        else if (code.Length > 0 && !AttributeCode().IsMatch(code))
            form.Refuse("code", $"\"{code}\" is no code of an attribute.", "Write a family and a name in lower case, as \"potency.nfkb_inhibition\".");
        var kind = form.Choice("kind", AttributeKind.Numeric);
        var unit = kind == AttributeKind.Numeric ? form.Text("unit") : form.OptionalText("unit");
        return new LabAttribute
        {
            Code = code,
            Unit = unit ?? "",
            Category = ReadCategory(form),
            Scale = form.Choice("scale", AttributeScale.Linear),
            Decimals = form.OptionalWholeNumber("decimals", 0, Units.Rounding.MostDecimals) ?? 0,
            Kind = kind,
            Version = form.OptionalWholeNumber("version", 1) ?? 1,
        };
    }

    private static AttributeCategory ReadCategory(DefinitionForm form)
    {
        if (!form.Has("category"))
            form.Refuse("category", "an attribute belongs to a category.", "Add \"category\": identity, purity, quantity, potency or safety.");
        return form.Choice("category", AttributeCategory.Identity);
    }

    private static IsolationMethod ReadIsolationMethod(DefinitionForm form) => new()
    {
        Code = Code(form),
        Version = form.OptionalWholeNumber("version", 1) ?? 1,
        Name = form.Text("name") ?? "",
    };

    private static Product ReadProduct(DefinitionForm form)
    {
        var (code, version) = CodeAndVersion(form);
        var byMethod = form.Objects("lot_patterns").Select(ReadMethodPattern).OfType<MethodLotPattern>().ToList();
        if (byMethod.GroupBy(p => p.IsolationMethod).FirstOrDefault(g => g.Count() > 1) is { } twice)
            form.Refuse("lot_patterns", $"{twice.Key} has two patterns.", "Keep one of them.");
        return new Product
        {
            Code = code,
            Version = version,
            Name = form.Text("name") ?? "",
            LabelName = form.OptionalText("label_name"),
            LotPattern = ReadPattern(form, "lot_pattern"),
            LotPatterns = byMethod,
        };
    }

    private static MethodLotPattern? ReadMethodPattern(DefinitionForm form)
    {
        var method = form.Text("isolation_method");
        if (!form.Has("pattern"))
            form.Refuse("pattern", "a pattern is expected, and there is none.", "Add \"pattern\", as \"EXO-{yyyy}-{nnnn}\".");
        var pattern = ReadPattern(form, "pattern");
        form.RefuseTheRest();
        return method is null || pattern is null ? null : new MethodLotPattern(method, pattern);
    }

    private static LotPattern? ReadPattern(DefinitionForm form, string name)
    {
        if (form.OptionalText(name) is not { } text)
            return null;
        if (LotPattern.TryParse(text, out var pattern, out var problem))
            return pattern;
        form.Refuse(name, problem, "Leave it out where people choose lot numbers.");
        return null;
    }

    private static Instrument ReadInstrument(DefinitionForm form)
    {
        var (code, version) = CodeAndVersion(form);
        var range = form.Range("working_range_nm");
        var source = form.OptionalText("working_range_source");
        if (form.Has("working_range_nm") && source is null)
            form.Refuse("working_range_source", "a working range is believed for how it was shown.", "Say how: a study, a certificate, the maker's manual.");
        return new Instrument
        {
            Code = code,
            Version = version,
            Model = form.Text("model") ?? "",
            SerialNumber = form.OptionalText("serial_number"),
            Technique = form.Text("technique") ?? "",
            ShownRange = range,
            ShownRangeSource = range is null ? null : source,
        };
    }

    private static (string Code, int Version) CodeAndVersion(DefinitionForm form) => (Code(form), form.WholeNumber("version", 1));

    private static string Code(DefinitionForm form)
    {
        var code = form.Text("code") ?? "";
        if (code.Length > 0 && !PlainCode().IsMatch(code))
            form.Refuse("code", $"\"{code}\" is no code.", "Use letters, digits, points, hyphens and underscores, as in \"MSC-EV\".");
        return code;
    }

    private void RefuseRepetitions(Definitions read)
    {
        RefuseRepeated("attributes", read.Attributes.Select(a => a.Code));
        RefuseRepeated("isolation_methods", read.IsolationMethods.Select(m => Versioned(m.Code, m.Version)));
        RefuseRepeated("products", read.Products.Select(p => Versioned(p.Code, p.Version)));
        RefuseRepeated("instruments", read.Instruments.Select(i => Versioned(i.Code, i.Version)));
        RefuseRepeated("methods", read.Methods.Select(m => Versioned(m.Code, m.Version)));
        RefuseRepeated("specifications", read.Specifications.Select(s => s.Name));
    }

    private void RefuseRepeated(string section, IEnumerable<string> names)
    {
        foreach (var name in names.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            findings.Add(new DefinitionFinding($"$.{section}", $"{name} is defined twice.", "Keep one of them, or give the other a version of its own."));
    }

    private static string Versioned(string code, int version) => string.Create(CultureInfo.InvariantCulture, $"{code}@{version}");

    [GeneratedRegex("^[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+$", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeCode();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainCode();
}
