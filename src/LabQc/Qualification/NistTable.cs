using System.Globalization;

namespace LabQc.Qualification;

/// <summary>
/// The numbers at the end of a file in the form of NIST's Statistical Reference Datasets: the last lines that hold nothing but
/// numbers, the same number of them in each.
/// </summary>
internal static class NistTable
{
    /// <summary>The rows of the data.</summary>
    /// <exception cref="FormatException">The file does not end with numbers.</exception>
    public static IReadOnlyList<double[]> Rows(string text)
    {
        List<double[]> rows = [];
        foreach (var line in text.Split('\n').Reverse())
        {
            if (Numbers(line) is not { } row)
                break;
            if (rows.Count > 0 && row.Length == 0)
                break;
            if (rows.Count > 0 && row.Length != rows[^1].Length)
                break;
            if (row.Length > 0)
                rows.Add(row);
        }
        if (rows.Count == 0)
            throw new FormatException("The file does not end with rows of numbers.");
        rows.Reverse();
        return rows;
    }

    /// <summary>All numbers row by row; of more than <paramref name="count"/>, the last ones.</summary>
    /// <exception cref="FormatException">The file holds fewer numbers.</exception>
    public static double[] Values(string text, int? count)
    {
        double[] values = [.. Rows(text).SelectMany(row => row)];
        return values.Length < count
            ? throw new FormatException($"The file holds {values.Length} numbers of {count}.")
            : values[^(count ?? values.Length)..];
    }

    private static double[]? Numbers(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[words.Length];
        for (var i = 0; i < words.Length; i++)
            if (!double.TryParse(words[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) || !double.IsFinite(numbers[i]))
                return null;
        return numbers;
    }
}
