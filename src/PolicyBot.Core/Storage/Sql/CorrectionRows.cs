using PolicyBot.Concerns;
using PolicyBot.Records;

namespace PolicyBot.Storage.Sql;

/// <summary>The decisions of curators, and what they make of what was read.</summary>
internal sealed class CorrectionRows(SqlSession session)
{
    public void Add(Correction made, long now) => session.Execute(
        """
        INSERT INTO corrections (record_id, words, level, names, present, was_level, was_names, made_by, reason, at)
        VALUES (@record, @words, @level, @names, @present, @was_level, @was_names, @by, @reason, @now)
        """,
        ("@record", made.Record.Value),
        ("@words", made.Words),
        ("@level", made.Attribution?.Level.ToString()),
        ("@names", Columns.Of(made.Attribution?.Names ?? [])),
        ("@present", Columns.Of(made.Attribution?.Present ?? [])),
        ("@was_level", made.Was.Level.ToString()),
        ("@was_names", Columns.Of(made.Was.Names)),
        ("@by", made.By),
        ("@reason", made.Reason),
        ("@now", now));

    /// <summary>The oldest first.</summary>
    public List<Correction> Of(RecordId record) => session.Query(
        "SELECT words, level, names, present, was_level, was_names, made_by, reason, at FROM corrections WHERE record_id = @record ORDER BY key",
        row => new Correction(
            record,
            row.GetString(0),
            row.IsDBNull(1) ? null : new(row.Named<AttributionLevel>(1), row.Strings(2), row.Strings(3)),
            new(row.Named<AttributionLevel>(4), row.Strings(5), []),
            row.GetString(6),
            row.TextOrNull(7),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(8))),
        ("@record", record.Value));

    /// <summary>What was read, as curators decided on it since.</summary>
    public ReadRecord Apply(ReadRecord read)
    {
        var made = Of(read.Record.Id);
        if (made.Count == 0) return read;
        var statements = read.Statements.Select(s => (Statement: s, Made: made.FindLast(c => c.IsOf(s.Span.Of(read.Record.Text))))).ToList();
        return read with { Statements = [.. statements.Where(s => s.Made is null or { Attribution: not null }).Select(s => s.Made?.Attribution is { } by ? s.Statement with { Attribution = by } : s.Statement)] };
    }
}
