namespace LabQc.AuditTrail;

/// <summary>Gathers what does not fit; after a thousand it only counts.</summary>
internal sealed class ProblemList
{
    private const int Listed = 1000;
    private readonly List<VerificationProblem> _problems = [];

    public IReadOnlyList<VerificationProblem> Problems => _problems;

    public long Count { get; private set; }

    public void Add(string kind, string where, string message)
    {
        Count++;
        if (_problems.Count < Listed)
            _problems.Add(new VerificationProblem(kind, where, message));
    }
}
