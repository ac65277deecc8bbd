namespace LabQc.SampleBatches;

/// <summary>The text of definitions.json, laid out by hand so that a person can read it as an example.</summary>
internal static class DefinitionsText
{
    public const string Head =
        """
        {
          "attributes": [
            {"code": "potency.nfkb_inhibition", "unit": "%", "category": "potency", "scale": "linear", "decimals": 1, "kind": "numeric"},
            {"code": "identity.appearance", "category": "identity", "scale": "linear", "decimals": 0, "kind": "categorical"}
          ],
          "isolation_methods": [],
          "products": [
            {"code": "MSC-EV", "version": 1, "name": "MSC small EV", "label_name": "sEV, umbilical-cord MSC",
             "lot_pattern": "MSC-UC-{yy}{MM}{A}", "lot_patterns": [{"isolation_method": "size-exclusion", "pattern": "MSC-SEC-{yy}{MM}{A}"}]},
            {"code": "PLT-EV", "version": 1, "name": "Platelet small EV", "label_name": "sEV, human platelets",
             "lot_pattern": "PLT-PEG-{yy}{MM}{A}", "lot_patterns": [{"isolation_method": "size-exclusion", "pattern": "PLT-SEC-{yy}{MM}{A}"}]},
            {"code": "HEK-EV", "version": 1, "name": "HEK293T small EV", "label_name": "sEV, HEK293T", "lot_pattern": "HEK-UC-{yy}{MM}{A}"},
            {"code": "IPS-EV", "version": 1, "name": "iPSC small EV", "label_name": "sEV, induced pluripotent stem cells", "lot_pattern": "IPS-PEG-{yy}{MM}{A}"}
          ],
          "instruments": [
            {"code": "NTA-1", "version": 1, "model": "NanoSight NS300", "serial_number": "NS300-10412", "technique": "nta",
             "working_range_nm": ["60", "1000"], "working_range_source": "Arab et al. 2021, PMC8023330: sensitivity by scatter drops below 60 nm"},
            {"code": "NTA-2", "version": 1, "model": "NanoSight NS300", "serial_number": "NS300-08127", "technique": "nta",
             "working_range_nm": ["60", "1000"], "working_range_source": "Arab et al. 2021, PMC8023330: sensitivity by scatter drops below 60 nm"},
            {"code": "ZV-1", "version": 1, "model": "ZetaView PMX-120", "serial_number": "23-1187", "technique": "nta",
             "working_range_nm": ["60", "1000"], "working_range_source": "Arab et al. 2021, PMC8023330: sensitivity by scatter drops below 60 nm"},
            {"code": "ZV-2", "version": 1, "model": "ZetaView PMX-110", "serial_number": "20-655", "technique": "nta",
             "working_range_nm": ["60", "1000"], "working_range_source": "Arab et al. 2021, PMC8023330: sensitivity by scatter drops below 60 nm"},
            {"code": "DLS-1", "version": 1, "model": "Zetasizer Nano ZS", "serial_number": "MAL1071203", "technique": "dls",
             "working_range_nm": ["0.4", "10000"], "working_range_source": "size classes of the instrument's own table"}
          ],
          "methods": [
            {"code": "nta-size", "version": 1, "name": "Particle tracking by NanoSight, scatter", "technique": "nta", "detection_limit": null,
             "u_method": [{"attribute": "size.d50", "absolute": "3"},
                          {"attribute": "size.percent_in_range", "absolute": "3"},
                          {"attribute": "yield.particles_per_ml", "relative": "0.10"}]},
            {"code": "zetaview-size", "version": 1, "name": "Particle tracking by ZetaView, scatter, three runs", "technique": "nta", "detection_limit": null,
             "u_method": [{"attribute": "size.d50", "absolute": "4"},
                          {"attribute": "size.percent_in_range", "absolute": "3"},
                          {"attribute": "yield.particles_per_ml", "relative": "0.12"}]},
            {"code": "purity-ratio", "version": 1, "name": "Particles per microgram of protein, calculated", "technique": "calculation", "detection_limit": null,
             "u_method": [{"attribute": "purity.particles_per_ug_protein", "relative": "0.15"}]},
            {"code": "micro-bca", "version": 1, "name": "Protein by micro-BCA, without detergent", "technique": "colorimetry", "detection_limit": null,
             "u_method": [{"attribute": "assay.protein", "relative": "0.08"}]},
            {"code": "western-blot", "version": 1, "name": "Markers by western blot", "technique": "western-blot", "detection_limit": null, "u_method": []},
            {"code": "lal-kinetic", "version": 1, "name": "Endotoxin, kinetic chromogenic LAL", "technique": "lal", "detection_limit": null,
             "u_method": [{"attribute": "safety.endotoxin", "relative": "0.25"}],
             "detection_limits": [{"attribute": "safety.endotoxin", "value": "0.05"}]},
            {"code": "sterility-14d", "version": 1, "name": "Sterility, 14 days", "technique": "culture", "detection_limit": null, "u_method": []},
            {"code": "mycoplasma-pcr", "version": 1, "name": "Mycoplasma by qPCR", "technique": "pcr", "detection_limit": null, "u_method": []},
            {"code": "nfkb-luciferase", "version": 1, "name": "Inhibition of NF-kB, luciferase reporter", "technique": "reporter-assay", "detection_limit": null,
             "u_method": [{"attribute": "potency.nfkb_inhibition", "absolute": "4"}]},
            {"code": "visual", "version": 1, "name": "Appearance by eye", "technique": "visual", "detection_limit": null, "u_method": []}
          ],

        """;

    public const string Specifications =
        """
          "specifications": [
            {"product": "MSC-EV", "version": 1, "effective_from": "2024-11-01", "title": "MSC small EV, release",
             "measurements": {"count": 1, "combine": "mean"}, "minimum_visible_fraction": null, "dilution_agreement_percent": "25",
             "criteria": [
               {"attribute": "size.d50", "method": "nta-size", "lower": "30", "lower_inclusive": true, "upper": "150", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "size.percent_in_range", "method": "nta-size", "range_nm": ["30", "150"], "lower": "70.0", "lower_inclusive": true, "decimals": 1,
                "rule": "guarded", "level": "0.95", "minimum_tracks": 500, "minimum_replicates": 3},
               {"attribute": "yield.particles_per_ml", "method": "nta-size", "lower": "1e10", "lower_inclusive": true, "upper": "1e12", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "purity.particles_per_ug_protein", "method": "purity-ratio", "lower": "2e9", "lower_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "assay.protein", "method": "micro-bca"},
               {"attribute": "identity.cd9", "expected": "present"},
               {"attribute": "identity.cd63", "expected": "present"},
               {"attribute": "identity.cd81", "expected": "present"},
               {"attribute": "identity.tsg101", "expected": "present"},
               {"attribute": "identity.calnexin", "expected": "absent"},
               {"attribute": "safety.endotoxin", "method": "lal-kinetic", "upper": "0.5", "upper_inclusive": false, "decimals": 2, "rule": "simple"},
               {"attribute": "safety.sterility", "expected": "absent"},
               {"attribute": "safety.mycoplasma", "expected": "absent"}
             ]},
            {"product": "PLT-EV", "version": 1, "effective_from": "2024-11-01", "title": "Platelet small EV, release",
             "measurements": {"count": 1, "combine": "mean"}, "minimum_visible_fraction": null, "dilution_agreement_percent": "25",
             "criteria": [
               {"attribute": "size.d50", "method": "zetaview-size", "lower": "30", "lower_inclusive": true, "upper": "150", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "size.percent_in_range", "method": "zetaview-size", "range_nm": ["30", "150"], "lower": "70.0", "lower_inclusive": true, "decimals": 1,
                "rule": "guarded", "level": "0.95", "minimum_tracks": 500, "minimum_replicates": 3},
               {"attribute": "yield.particles_per_ml", "method": "zetaview-size", "lower": "5e9", "lower_inclusive": true, "upper": "5e12", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "purity.particles_per_ug_protein", "method": "purity-ratio", "lower": "1.5e9", "lower_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "assay.protein", "method": "micro-bca"},
               {"attribute": "identity.cd9", "expected": "present"},
               {"attribute": "identity.cd63", "expected": "present"},
               {"attribute": "identity.cd81", "expected": "present"},
               {"attribute": "identity.tsg101", "expected": "present"},
               {"attribute": "identity.calnexin", "expected": "absent"},
               {"attribute": "safety.endotoxin", "method": "lal-kinetic", "upper": "0.5", "upper_inclusive": false, "decimals": 2, "rule": "simple"},
               {"attribute": "safety.sterility", "expected": "absent"},
               {"attribute": "safety.mycoplasma", "expected": "absent"}
             ]},
            {"product": "HEK-EV", "version": 1, "effective_from": "2024-11-01", "title": "HEK293T small EV, release",
             "measurements": {"count": 1, "combine": "mean"}, "minimum_visible_fraction": null, "dilution_agreement_percent": "25",
             "criteria": [
               {"attribute": "size.d50", "method": "nta-size", "lower": "30", "lower_inclusive": true, "upper": "150", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "size.percent_in_range", "method": "nta-size", "range_nm": ["30", "150"], "lower": "70.0", "lower_inclusive": true, "decimals": 1,
                "rule": "guarded", "level": "0.95", "minimum_tracks": 500, "minimum_replicates": 3},
               {"attribute": "yield.particles_per_ml", "method": "nta-size", "lower": "1e10", "lower_inclusive": true, "upper": "1e12", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "purity.particles_per_ug_protein", "method": "purity-ratio", "lower": "2e9", "lower_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "assay.protein", "method": "micro-bca"},
               {"attribute": "identity.cd9", "expected": "present"},
               {"attribute": "identity.cd63", "expected": "present"},
               {"attribute": "identity.cd81", "expected": "present"},
               {"attribute": "identity.tsg101", "expected": "present"},
               {"attribute": "identity.gm130", "expected": "absent"},
               {"attribute": "safety.endotoxin", "method": "lal-kinetic", "upper": "0.5", "upper_inclusive": false, "decimals": 2, "rule": "simple"},
               {"attribute": "safety.sterility", "expected": "absent"},
               {"attribute": "safety.mycoplasma", "expected": "absent"}
             ]},
            {"product": "HEK-EV", "version": 2, "effective_from": "2026-01-01", "title": "HEK293T small EV, release, endotoxin tightened",
             "measurements": {"count": 1, "combine": "mean"}, "minimum_visible_fraction": null, "dilution_agreement_percent": "25",
             "criteria": [
               {"attribute": "size.d50", "method": "nta-size", "lower": "30", "lower_inclusive": true, "upper": "150", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "size.percent_in_range", "method": "nta-size", "range_nm": ["30", "150"], "lower": "70.0", "lower_inclusive": true, "decimals": 1,
                "rule": "guarded", "level": "0.95", "minimum_tracks": 500, "minimum_replicates": 3},
               {"attribute": "yield.particles_per_ml", "method": "nta-size", "lower": "1e10", "lower_inclusive": true, "upper": "1e12", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "purity.particles_per_ug_protein", "method": "purity-ratio", "lower": "2e9", "lower_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "assay.protein", "method": "micro-bca"},
               {"attribute": "identity.cd9", "expected": "present"},
               {"attribute": "identity.cd63", "expected": "present"},
               {"attribute": "identity.cd81", "expected": "present"},
               {"attribute": "identity.tsg101", "expected": "present"},
               {"attribute": "identity.gm130", "expected": "absent"},
               {"attribute": "safety.endotoxin", "method": "lal-kinetic", "upper": "0.25", "upper_inclusive": false, "decimals": 2, "rule": "simple"},
               {"attribute": "safety.sterility", "expected": "absent"},
               {"attribute": "safety.mycoplasma", "expected": "absent"}
             ]},
            {"product": "IPS-EV", "version": 1, "effective_from": "2026-01-01", "title": "iPSC small EV, release",
             "measurements": {"count": 1, "combine": "mean"}, "minimum_visible_fraction": null, "dilution_agreement_percent": "25",
             "criteria": [
               {"attribute": "size.d50", "method": "nta-size", "lower": "30", "lower_inclusive": true, "upper": "150", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "size.percent_in_range", "method": "nta-size", "range_nm": ["30", "150"], "lower": "70.0", "lower_inclusive": true, "decimals": 1,
                "rule": "guarded", "level": "0.95", "minimum_tracks": 500, "minimum_replicates": 3},
               {"attribute": "yield.particles_per_ml", "method": "nta-size", "lower": "1e10", "lower_inclusive": true, "upper": "5e12", "upper_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "purity.particles_per_ug_protein", "method": "purity-ratio", "lower": "1.5e9", "lower_inclusive": true, "decimals": 0, "rule": "simple"},
               {"attribute": "assay.protein", "method": "micro-bca"},
               {"attribute": "identity.cd9", "expected": "present"},
               {"attribute": "identity.cd63", "expected": "present"},
               {"attribute": "identity.cd81", "expected": "present"},
               {"attribute": "identity.tsg101", "expected": "present"},
               {"attribute": "identity.calnexin", "expected": "absent"},
               {"attribute": "identity.appearance", "allowed": ["clear", "opalescent"]},
               {"attribute": "potency.nfkb_inhibition", "method": "nfkb-luciferase", "lower": "30.0", "lower_inclusive": true, "decimals": 1, "rule": "simple", "mandatory": false},
               {"attribute": "safety.endotoxin", "method": "lal-kinetic", "upper": "0.5", "upper_inclusive": false, "decimals": 2, "rule": "simple"},
               {"attribute": "safety.sterility", "expected": "absent"},
               {"attribute": "safety.mycoplasma", "expected": "absent"}
             ]}
          ]
        }

        """;
}
