using System.Text.RegularExpressions;
using LabQc.Units;

namespace LabQc.Specifications;

/// <summary>Reads one specification of a definitions file.</summary>
internal sealed partial class SpecificationReader(CriterionReader criteria, IReadOnlyList<string> products)
{
    public Specification Read(DefinitionForm form)
    {
        var specification = new Specification
        {
            Product = ReadProduct(form),
            Version = form.WholeNumber("version", 1),
            Market = ReadMarket(form),
            Title = form.OptionalText("title"),
            EffectiveFrom = form.Day("effective_from") ?? DateOnly.MaxValue,
            Plan = ReadPlan(form.Inner("measurements")),
            MinimumVisibleFraction = Between(form, "minimum_visible_fraction", 0, 1),
            DilutionAgreementPercent = Between(form, "dilution_agreement_percent", 0, 100) ?? Specification.UsualDilutionAgreement,
            Criteria = [.. form.Objects("criteria").Select(criteria.Read).OfType<Criterion>()],
        };
        RefuseRepetition(form, specification.Criteria);
        return specification;
    }

    private string ReadProduct(DefinitionForm form)
    {
        var product = form.Text("product") ?? "";
        if (product.Length > 0 && !products.Contains(product))
            form.Refuse("product", $"no product {product} is known.", "Define it under \"products\", or mend its code.");
        return product;
    }

    /// <summary>Whether a text can be the name of a market.</summary>
    public static bool IsMarket(string text) => MarketName().IsMatch(text);

    private static string? ReadMarket(DefinitionForm form)
    {
        var market = form.OptionalText("market");
        if (market is not null && !IsMarket(market))
            form.Refuse("market", $"\"{market}\" is no name of a market.", "Use letters, digits and hyphens, as in \"US\".");
        return market;
    }

    private static MeasurementPlan ReadPlan(DefinitionForm? form)
    {
        if (form is null)
            return MeasurementPlan.One;
        var plan = new MeasurementPlan(form.WholeNumber("count", 1), form.Choice("combine", Combination.Mean));
        form.RefuseTheRest();
        return plan;
    }

    private static EnteredNumber? Between(DefinitionForm form, string name, decimal least, decimal most)
    {
        if (form.OptionalNumber(name) is not { } number)
            return null;
        if (number.Value >= least && number.Value <= most)
            return number;
        form.Refuse(name, $"{number} is not between {NumberText.Fixed(least, 0)} and {NumberText.Fixed(most, 0)}.", "Write a number between them.");
        return null;
    }

    private static void RefuseRepetition(DefinitionForm form, IReadOnlyList<Criterion> read)
    {
        foreach (var twice in read.GroupBy(c => (Attribute: c.Attribute.Code, Method: c.Method?.Code, c.PercentRange)).Where(g => g.Count() > 1))
            form.Refuse("criteria", $"{twice.Key.Attribute} has two criteria of the same method and range.", "Write its limits into one.");
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,31}$", RegexOptions.CultureInvariant)]
    private static partial Regex MarketName();
}
