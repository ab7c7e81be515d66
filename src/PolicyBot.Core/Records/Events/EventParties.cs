using PolicyBot.Records.Telling;
using PolicyBot.Text;

namespace PolicyBot.Records.Events;

/// <summary>Names behind an event as parties: <c>성춘향 (가나클라우드 대표)</c>, <c>홍길동 님</c>, <c>Mary Major | head | Association B</c>, <c>다라전자</c>.</summary>
internal sealed class EventParties(Organisations organisations)
{
    private const string Sir = " 님";

    private readonly PartyReader _reader = new(organisations);

    /// <summary>What a name that can only be a person's looks like in the text.</summary>
    public static string Person(string name) => name + Sir;

    public static string Structured(Party party) =>
        party is { Person: null, Role: null } ? party.Organisation ?? "" : string.Join(" | ", ((string?[])[party.Person, party.Role, party.Organisation]).Select(f => f?.Replace('|', '/')));

    public IReadOnlyList<Party> Read(string? names) =>
        names is null ? [] : [.. names.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ReadOne).OfType<Party>().Distinct()];

    private Party? ReadOne(string name)
    {
        if (name.Split('|', StringSplitOptions.TrimEntries) is [var person, var role, var organisation]) return new(OrNull(person), OrNull(role), OrNull(organisation));
        if (name.EndsWith(Sir, StringComparison.Ordinal)) return name[..^Sir.Length] is var alone && organisations.Find(alone, null) is null ? new(alone, null, null) : new(null, null, alone);
        if (name.EndsWith(')') && name.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket && name[..bracket].Trim() is { Length: >= 2 and <= 4 } called && called.All(Hangul.IsSyllable))
        {
            // 성춘향 (가나클라우드 대표), 성춘향 (가나클라우드)
            var of = name[(bracket + 1)..^1].Trim();
            return organisations.Find(of, null) is not null ? new(called, null, of) : _reader.Read($"{called} {of}") is { Person: not null } read ? read : new(called, null, OrNull(of));
        }

        return organisations.Find(name, null) is not null ? new(null, null, name) : _reader.Read(name);
    }

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
