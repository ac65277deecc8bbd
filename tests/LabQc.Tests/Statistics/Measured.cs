using CsCheck;

namespace LabQc.Tests.Statistics;

/// <summary>Numbers as an instrument prints them, with three decimals: no value of 1e-300 among others of 100.</summary>
internal static class Measured
{
    public static Gen<double> Between(int from, int to) => Gen.Int[from * 1000, to * 1000].Select(i => i / 1000.0);
}
