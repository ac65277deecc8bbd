using System.Numerics;

namespace LabQc.Statistics;

/// <summary>What a rule of zones counts.</summary>
internal enum ZonePattern
{
    /// <summary>Points beyond a limit on the side of the last one, which is one of them.</summary>
    Beyond,
    /// <summary>Points in a row on one side of the centre.</summary>
    OneSide,
    /// <summary>Points in a row within a limit.</summary>
    Within,
    /// <summary>Points in a row outside a limit, on either side.</summary>
    Outside,
}

/// <summary>What one run rule must remember of the points before, as a number; 0 is the empty memory.</summary>
/// <param name="Pattern">What it counts.</param>
/// <param name="Needed">Points that make a signal.</param>
/// <param name="Window">Consecutive points among which they must be.</param>
/// <param name="Limit">Its limit in whole sigma. Zones are numbered from 0 (below -3) to 7 (above 3).</param>
internal readonly record struct ZoneMemory(ZonePattern Pattern, int Needed, int Window, int Limit)
{
    /// <summary>All memories are below this.</summary>
    public const int Size = 1024;

    private const int LowerShift = 5;

    /// <summary>The memory after a further point, or -1 for a signal.</summary>
    public int After(int memory, int zone) => Pattern switch
    {
        ZonePattern.Beyond => AfterBeyond(memory, zone),
        ZonePattern.OneSide => Counted(zone >= 4 == (memory >= Size / 2) ? memory % (Size / 2) + 1 : 1, zone >= 4 ? Size / 2 : 0),
        ZonePattern.Within => zone >= 4 - Limit && zone < 4 + Limit ? Counted(memory + 1, 0) : 0,
        ZonePattern.Outside => zone < 4 - Limit || zone >= 4 + Limit ? Counted(memory + 1, 0) : 0,
        _ => throw new InvalidOperationException($"No pattern {Pattern}."),
    };

    private int Counted(int count, int side) => count >= Needed ? -1 : side + count;

    /// <summary>The last window - 1 points as two rows of bits: those beyond on the upper side, and on the lower.</summary>
    private int AfterBeyond(int memory, int zone)
    {
        var above = zone >= 4 + Limit ? 1 : 0;
        var below = zone < 4 - Limit ? 1 : 0;
        var upper = (memory % (1 << LowerShift) << 1) + above;
        var lower = (memory >> LowerShift << 1) + below;
        if (above == 1 && BitOperations.PopCount((uint)upper) >= Needed || below == 1 && BitOperations.PopCount((uint)lower) >= Needed)
            return -1;
        var kept = (1 << (Window - 1)) - 1;
        return (upper & kept) + ((lower & kept) << LowerShift);
    }
}
