using PolicyBot.Records;

namespace PolicyBot.Concerns.Korean;

/// <summary>Who called the meetings of a record: what a host promises counts, even when it is no ministry.</summary>
internal sealed class Hosts(IEnumerable<Meeting> meetings)
{
    private readonly List<string> _names = [.. meetings.SelectMany(m => m.Hosts).Select(h => h.Person ?? h.Organisation ?? "").Where(n => n.Length > 1)];

    public Side Of(Speaker speaker, Side side) =>
        side == Side.Stakeholder && speaker.IsNamed && speaker.Names.Any(n => _names.Exists(h => n.Contains(h, StringComparison.Ordinal))) ? Side.Host : side;
}
