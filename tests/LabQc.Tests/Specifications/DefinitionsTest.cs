using LabQc.Equipment;
using LabQc.Methods;
using LabQc.Specifications;
using LabQc.Units;

namespace LabQc.Tests.Specifications;

public sealed class DefinitionsTest
{
    private const string Whole =
        """
        { "attributes": [{"code":"potency.nfkb_inhibition","unit":"%","category":"potency","scale":"linear","decimals":1,"kind":"numeric"},
                         {"code":"identity.appearance","category":"identity","kind":"categorical"}],
          "isolation_methods": [{"code":"tff","name":"Tangential-flow filtration"}],
          "products": [{"code":"MSC-EV","version":1,"name":"MSC small EV","label_name":"sEV, umbilical-cord MSC"}],
          "instruments": [{"code":"NTA-1","version":1,"model":"NanoSight NS300","serial_number":"NS300-1","technique":"nta",
                           "working_range_nm":["50","1000"],"working_range_source":"silica beads, study 7"},
                          {"code":"NTA-2","version":1,"model":"ZetaView","technique":"nta"},
                          {"code":"DLS-1","version":1,"model":"Zetasizer","technique":"dls"}],
          "methods": [{"code":"nta-size","version":1,"name":"Size by NTA","technique":"nta","detection_limit":null,
                       "u_method":[{"attribute":"size.d50","absolute":"3"},{"attribute":"size.percent_in_range","absolute":"3"},
                                   {"attribute":"yield.particles_per_ml","relative":"0.10"}]},
                      {"code":"lal","version":1,"name":"LAL","detection_limits":[{"attribute":"safety.endotoxin","value":"0.05"}]}],
          "specifications": [{"product":"MSC-EV","version":1,"effective_from":"2024-11-01","title":"Release of MSC small EV",
            "measurements":{"count":2,"combine":"mean"}, "minimum_visible_fraction":"0.7", "dilution_agreement_percent":"20",
            "criteria":[
              {"attribute":"size.d50","method":"nta-size","lower":"30","lower_inclusive":true,"upper":"150","upper_inclusive":false,"decimals":0,"rule":"simple"},
              {"attribute":"size.percent_in_range","method":"nta-size@1","range_nm":["30","150"],"lower":"70.0","decimals":1,"rule":"guarded",
               "level":"0.9","minimum_tracks":500,"minimum_replicates":3,"maximum_cv_percent":"30"},
              {"attribute":"identity.cd9","expected":"present"},
              {"attribute":"safety.sterility","expected":"no growth","mandatory":false},
              {"attribute":"identity.appearance","allowed":["clear","opalescent"]},
              {"attribute":"safety.endotoxin","method":"lal","upper":"0.5","upper_inclusive":false},
              {"attribute":"assay.protein"}]}]}
        """;

    [Fact]
    public void A_file_defines_everything_that_a_laboratory_needs()
    {
        var (definitions, findings) = Definitions.Read(Whole);

        Assert.Empty(findings);
        Assert.Equal("sEV, umbilical-cord MSC", Assert.Single(definitions.Products).LabelName);
        Assert.Equal("tff", Assert.Single(definitions.IsolationMethods).Code);
        Assert.Equal([AttributeKind.Numeric, AttributeKind.Categorical], definitions.Attributes.Select(a => a.Kind));
        Assert.True(definitions.Methods[0].UncertaintyOf("yield.particles_per_ml")!.IsRelative);
        Assert.Equal("0.05", definitions.Methods[1].DetectionLimitOf("safety.endotoxin")!.Text);
        var specification = Assert.Single(definitions.Specifications);
        Assert.Equal("MSC-EV@1", specification.Name);
        Assert.Equal(new DateOnly(2024, 11, 1), specification.EffectiveFrom);
        Assert.Equal(2, specification.Plan.Count);
        Assert.Equal("0.7", specification.MinimumVisibleFraction!.Text);
        Assert.Equal("20", specification.DilutionAgreementPercent.Text);
        Assert.Equal(new NanometreRange(30, 150), specification.SpecifiedRange);
    }

    [Fact]
    public void Criteria_keep_the_text_of_their_limits_and_all_that_was_demanded()
    {
        var criteria = Definitions.Read(Whole).Definitions.Specifications[0].Criteria;

        Assert.Equal("30 to 150", (criteria[0].Limits with { Upper = criteria[0].Limits.Upper! with { Inclusive = true } }).ToString());
        Assert.False(criteria[0].Limits.Upper!.Inclusive);
        Assert.Equal("nta-size@1", criteria[0].Method!.ToString());
        Assert.Equal("70.0", criteria[1].Limits.Lower!.Number.Text);
        Assert.Equal("0.9", criteria[1].Rule.Level!.Text);
        Assert.Equal((500, 3, "30"), (criteria[1].MinimumTracks, criteria[1].MinimumReplicates, criteria[1].MaximumCvPercent!.Text));
        Assert.Equal(Presence.Present, criteria[2].Expected);
        Assert.Equal(Presence.Absent, criteria[3].Expected);
        Assert.False(criteria[3].IsMandatory);
        Assert.Equal(["clear", "opalescent"], criteria[4].Allowed);
        Assert.Equal(1, criteria[5].Decimals);
        Assert.True(criteria[6].IsReportedOnly);
    }

    [Fact]
    public void An_instrument_without_a_shown_range_has_the_one_of_its_technique_or_none()
    {
        var instruments = Definitions.Read(Whole).Definitions.Instruments;

        Assert.Equal(new NanometreRange(50, 1000), instruments[0].WorkingRange);
        Assert.Equal("silica beads, study 7", instruments[0].WorkingRangeSource);
        Assert.Equal(Instrument.NtaByScatter, instruments[1].WorkingRange);
        Assert.Contains("default", instruments[1].WorkingRangeSource, StringComparison.Ordinal);
        Assert.Null(instruments[2].WorkingRange);
    }

    [Fact]
    public void What_was_defined_is_written_so_that_it_reads_back_the_same()
    {
        var first = Definitions.Read(Whole).Definitions;
        var again = Definitions.Read(Rewritten(first));

        Assert.Empty(again.Findings);
        Assert.Equal(Rewritten(first), Rewritten(again.Definitions));
    }

    [Fact]
    public void A_changed_digit_is_another_definition()
    {
        var changed = Whole.Replace("\"70.0\"", "\"70.00\"", StringComparison.Ordinal).Replace("\"decimals\":1,\"rule\"", "\"decimals\":2,\"rule\"", StringComparison.Ordinal);

        Assert.NotEqual(Rewritten(Definitions.Read(Whole).Definitions), Rewritten(Definitions.Read(changed).Definitions));
    }

    [Fact]
    public void What_was_defined_before_may_be_named()
    {
        const string later =
            """
            {"specifications":[{"product":"MSC-EV","version":2,"effective_from":"2026-01-01",
              "criteria":[{"attribute":"potency.nfkb_inhibition","lower":"40.0"},{"attribute":"size.d50","method":"nta-size","lower":"30"}]}]}
            """;

        Assert.Equal(3, Definitions.Read(later).Findings.Count);
        Assert.Empty(Definitions.Read(later, Definitions.Read(Whole).Definitions).Findings);
    }

    [Fact]
    public void A_method_without_a_version_is_pinned_to_the_newest_of_the_file()
    {
        const string file =
            """
            {"products":[{"code":"P","version":1,"name":"P"}],
             "methods":[{"code":"m","version":2,"name":"m"},{"code":"m","version":1,"name":"m"}],
             "specifications":[{"product":"P","version":1,"effective_from":"2026-01-01","criteria":[{"attribute":"size.d50","method":"m"}]}]}
            """;
        var before = new Definitions { Methods = [new MethodVersion { Code = "m", Version = 3, Name = "m" }] };

        Assert.Equal("m@2", Definitions.Read(file, before).Definitions.Specifications[0].Criteria[0].Method!.ToString());
    }

    private static string Rewritten(Definitions d) =>
        $$"""
        {"attributes":[{{string.Join(',', d.Attributes.Select(DefinitionText.Of))}}],
         "isolation_methods":[{{string.Join(',', d.IsolationMethods.Select(DefinitionText.Of))}}],
         "products":[{{string.Join(',', d.Products.Select(DefinitionText.Of))}}],
         "instruments":[{{string.Join(',', d.Instruments.Select(DefinitionText.Of))}}],
         "methods":[{{string.Join(',', d.Methods.Select(DefinitionText.Of))}}],
         "specifications":[{{string.Join(',', d.Specifications.Select(DefinitionText.Of))}}]}
        """;
}
