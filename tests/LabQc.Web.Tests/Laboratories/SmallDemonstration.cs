using LabQc.People;
using Microsoft.Data.Sqlite;

namespace LabQc.Web.Tests.Laboratories;

/// <summary>A demonstration of a few sample batches, which starts in seconds.</summary>
public sealed class SmallDemonstration : IAsyncLifetime
{
    private static readonly string[] Lots = ["MSC-UC-2411A", "MSC-UC-2411B", "MSC-SEC-2411A", "PLT-PEG-2411A", "HEK-UC-2412A", "PLT-SEC-2510A", "IPS-PEG-2601A", "MSC-UC-2610A"];
    private string _samples = "";

    /// <summary>The laboratory.</summary>
    internal RunningLaboratory Laboratory { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _samples = Directory.CreateTempSubdirectory("labqc-samples-").FullName;
        var all = LabQc.Demonstration.SampleLot.FindSamples(AppContext.BaseDirectory)!;
        File.Copy(Path.Combine(all, "definitions.json"), Path.Combine(_samples, "definitions.json"));
        foreach (var lot in Lots)
        {
            Directory.CreateDirectory(Path.Combine(_samples, lot));
            foreach (var file in Directory.GetFiles(Path.Combine(all, lot)))
                File.Copy(file, Path.Combine(_samples, lot, Path.GetFileName(file)));
        }
        Laboratory = await RunningLaboratory.Demonstration(_samples);
    }

    /// <summary>
    /// Puts a lot at a stage, past every verb and the trail: for tests that ask what is allowed there, on a registry that is
    /// thrown away.
    /// </summary>
    internal void Put(string lot, LotStage stage)
    {
        var (workState, disposition) = stage switch
        {
            LotStage.Released or LotStage.Rejected or LotStage.Recalled => ("decided", stage.Word()),
            _ => (stage.Word(), "quarantined"),
        };
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Laboratory.Data, "labqc.db")};Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE batch SET work_state = $work, disposition = $disposition, row_version = row_version + 1 WHERE lot_number = $lot";
        command.Parameters.AddWithValue("$work", workState);
        command.Parameters.AddWithValue("$disposition", disposition);
        command.Parameters.AddWithValue("$lot", lot);
        Assert.Equal(1, command.ExecuteNonQuery());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Laboratory.DisposeAsync();
        Directory.Delete(_samples, recursive: true);
    }
}
