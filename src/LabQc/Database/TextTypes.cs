using System.Data;
using System.Globalization;
using Dapper;

namespace LabQc.Database;

/// <summary>
/// How dates and times stand in the registry: as text of fixed width that sorts as it compares. Without this, parameters of
/// these types would be written in the provider's own form, and a comparison would count wrongly without an error.
/// </summary>
internal static class TextTypes
{
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.RemoveTypeMap(typeof(DateOnly));
        SqlMapper.RemoveTypeMap(typeof(DateOnly?));
        SqlMapper.AddTypeHandler(new UtcTime());
        SqlMapper.AddTypeHandler(new CalendarDate());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    private sealed class UtcTime : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) =>
            parameter.Value = FixedWidthTime.Of(value);

        public override DateTimeOffset Parse(object value) =>
            DateTimeOffset.ParseExact((string)value, FixedWidthTime.Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    private sealed class CalendarDate : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        public override DateOnly Parse(object value) =>
            DateOnly.ParseExact((string)value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
