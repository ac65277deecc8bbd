namespace LabQc.Instruments;

/// <summary>The formats by the names that records and scripts use.</summary>
public static class InstrumentFormats
{
    public const string NanoSightExperimentSummary = "nanosight-experiment-summary";
    public const string ZetaViewSize = "zetaview-size";
    public const string ZetasizerSizeTable = "zetasizer-size-table";
    public const string MappedTable = "mapped-table";
    public const string ZetaViewPositionTable = "zetaview-position-table";
    public const string ZetaViewZetaProfile = "zetaview-zeta-profile";
    public const string ZetasizerZetaTable = "zetasizer-zeta-table";
    public const string Unknown = "unknown";
}
