using System.Text.Json;
using PolicyBot.Records;
using Record = PolicyBot.Records.Record;

namespace PolicyBot.Evaluation;

internal sealed record WantedMeeting(string? Date, string? Place, string? Host, string Status)
{
    public static WantedMeeting Of(JsonElement e) =>
        new(e.GetProperty("date").GetString(), e.GetProperty("place").GetString(), e.GetProperty("host").GetString(), e.GetProperty("status").GetString()!);

    public override string ToString() => $"{Date} {Status} @ {Place} by {Host}";
}

/// <summary>Shares of examples whose count of meetings is right, and of wanted meetings whose date, status, place and host are.</summary>
internal sealed class MeetingScore(ITestOutputHelper output)
{
    private int _examples, _counted, _wanted, _dates, _status, _places, _hosts, _extra;

    public double Count => (double)_counted / _examples;

    public double Date => (double)_dates / _wanted;

    public double Status => (double)_status / _wanted;

    public double Place => (double)_places / _wanted;

    public double Host => (double)_hosts / _wanted;

    public void Add(Record record, IReadOnlyList<WantedMeeting> wanted, IReadOnlyList<Meeting> found)
    {
        _examples++;
        _extra += Math.Max(0, found.Count - wanted.Count);
        var missed = found.Count != wanted.Count;
        if (!missed) _counted++;
        var rest = found.ToList();
        foreach (var w in wanted)
        {
            _wanted++;
            var m = rest.Find(f => f.Date?.ToString() == w.Date && (w.Place is null || Shares(f.Place, w.Place))) ?? rest.Find(f => f.Date?.ToString() == w.Date);
            if (m is null)
            {
                missed = true;
                continue;
            }

            rest.Remove(m);
            var place = w.Place is null ? m.Place is null : Shares(m.Place, w.Place);
            var host = w.Host is null ? m.Hosts.Count == 0 : m.Hosts.Any(h => Shares(h.ToString(), w.Host));
            var status = string.Equals(m.Status.ToString(), w.Status, StringComparison.OrdinalIgnoreCase);
            (_dates, _status, _places, _hosts) = (_dates + 1, _status + (status ? 1 : 0), _places + (place ? 1 : 0), _hosts + (host ? 1 : 0));
            missed |= !place || !host || !status;
        }

        if (!missed) return;
        output.WriteLine($"{record.Id} ({record.Published:yyyy-MM-dd}) {record.Text}");
        foreach (var w in wanted) output.WriteLine($"    wanted {w}");
        foreach (var m in found) output.WriteLine($"    found  {Show(m)}");
    }

    public void Print() => output.WriteLine(
        $"meetings in examples: {_examples} examples, count {Count:P0}, extra {_extra}; of {_wanted} wanted: date {Date:P0}, status {Status:P0}, place {Place:P0}, host {Host:P0}");

    public static string Show(Meeting m) => $"{m.Date?.ToString() ?? "?"} {m.Time} {m.Status} @ {m.Place} by {string.Join(" + ", m.Hosts)} {m.Series}";

    /// <summary>One holds the other, apart from spaces.</summary>
    public static bool Shares(string? a, string b)
    {
        if (a is null) return false;
        var (x, y) = (Fold(a), Fold(b));
        return x.Length > 0 && (x.Contains(y, StringComparison.Ordinal) || y.Contains(x, StringComparison.Ordinal) || Words(a).Intersect(Words(b)).Any());
    }

    public static bool Names(Party party, string name) =>
        party.Person is { Length: > 1 } person ? name.Contains(person, StringComparison.Ordinal) : party.Organisation is { } organisation && Shares(organisation, name);

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static IEnumerable<string> Words(string text) => text.Split(' ', '·', '(', ')', ',', '‘', '’', '\'').Where(w => w.Length > 2);
}
