using System.Collections.Concurrent;
using System.Text;
using PolicyBot.Chat;
using PolicyBot.Chat.Rendering;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot.Access;

/// <summary>Every reply passes here on its way out: no characters that nobody sees, no links but those of the cited records, no numbers and addresses of people, no record above what the destination may see.</summary>
/// <param name="trail">Null keeps no account of it.</param>
/// <param name="model">Name of the model that may phrase answers.</param>
public sealed class EgressGate(IArchive archive, Clearances clearances, IAuditTrail? trail = null, string model = "") : IEgress
{
    private static readonly Dictionary<string, Record> Nowhere = [];

    private readonly ConcurrentQueue<AuditEntry> _owed = new();

    /// <summary>Looks the cited records up as they stand now: a right that was taken back counts at once.</summary>
    public async Task<Reply> PassAsync(Reply reply, Delivery delivery, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(delivery);
        var records = await archive.FindRecordsAsync([.. reply.Citations.Select(c => new RecordId(c.RecordId)).Distinct()], Clearance.Everything, cancellationToken);
        var cited = records.ToDictionary(r => r.Id.Value, StringComparer.Ordinal);
        var passed = Pass(reply, cited, clearances.Of(delivery.Conversation));
        if (trail is null) return passed;
        await PayAsync(trail, cancellationToken);
        await trail.AppendAsync(Entry(reply, passed, delivery), cancellationToken);
        return passed;
    }

    /// <summary>Links are left out: whether they are the records' own, only the store knows.</summary>
    public Reply PassStandIn(Reply reply, Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(delivery);
        var passed = Clean(reply, Nowhere);
        if (trail is not null) _owed.Enqueue(Entry(reply, passed, delivery));
        return passed;
    }

    private async Task PayAsync(IAuditTrail trail, CancellationToken cancellationToken)
    {
        while (_owed.TryDequeue(out var entry))
        {
            try
            {
                await trail.AppendAsync(entry, cancellationToken);
            }
            catch
            {
                _owed.Enqueue(entry);
                throw;
            }
        }
    }

    private AuditEntry Entry(Reply reply, Reply passed, Delivery delivery)
    {
        var said = string.Join('\n', Texts(passed));
        var decision = reply.Citations.Count > passed.Citations.Count ? EgressDecision.Refused : said.Contains(PersonalData.Hidden, StringComparison.Ordinal) ? EgressDecision.Masked : EgressDecision.Passed;
        var place = delivery.Conversation;
        return new(
            delivery.UserId is { } user ? $"{place.Platform}/{user}" : "",
            string.Join('/', new[] { Clearances.PlaceOf(place), place.Thread, delivery.Kind == DeliveryKind.Message ? null : delivery.Kind.ToString().ToLowerInvariant() }.OfType<string>()),
            clearances.Version, [.. passed.Citations.Select(c => c.RecordId).Distinct(StringComparer.Ordinal)], reply.IsByModel ? model : "", delivery.AskedHash ?? "", TextHash.Of(said), decision);
    }

    private static IEnumerable<string?> Texts(Reply reply) =>
    [
        reply.Heading, reply.Text, .. reply.Points.SelectMany(p => new[] { p.Speaker, p.Where }.Concat(p.Lines)), .. reply.Table?.Columns ?? [], .. reply.Table?.Rows.SelectMany(r => r) ?? [],
        .. reply.Notes, .. reply.Citations.SelectMany(c => c.Quotes.Prepend(c.Title)), .. reply.Suggestions, reply.Footer,
    ];

    /// <param name="cited">The records that the reply cites, by id; one that is missing is no longer there.</param>
    public static Reply Pass(Reply reply, IReadOnlyDictionary<string, Record> cited, Clearance clearance)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(cited);
        return reply.Citations.All(c => cited.TryGetValue(c.RecordId, out var record) && clearance.Allows(record.Grade, record.Group)) ? Clean(reply, cited) : Refusal(reply.Language);
    }

    private static Reply Refusal(Language language) => new()
    {
        Language = language,
        Text = language == Language.Korean
            ? "이 답이 인용하는 기록은 이곳에서 볼 수 없거나 더 이상 없습니다."
            : "A record that this answer cites may not be shown here, or is no longer there.",
    };

    private static Reply Clean(Reply reply, IReadOnlyDictionary<string, Record> cited) => reply with
    {
        Heading = CleanOrNull(reply.Heading),
        Text = Clean(reply.Text),
        Points = [.. reply.Points.Select(p => new ReplyPoint(Clean(p.Speaker), CleanOrNull(p.Where), Clean(p.Lines)))],
        Table = reply.Table is { } table ? new(Clean(table.Columns), [.. table.Rows.Select(Clean)]) : null,
        Notes = Clean(reply.Notes),
        Citations = [.. reply.Citations.Select(c => c with { Title = Clean(c.Title), Author = CleanOrNull(c.Author), Url = cited.TryGetValue(c.RecordId, out var record) ? Link(c, record) : null, Quotes = Clean(c.Quotes) })],
        Buttons = [.. reply.Buttons.Select(b => b with { Label = Clean(b.Label) })],
        Menu = reply.Menu is { } menu ? menu with { Placeholder = Clean(menu.Placeholder), Choices = [.. menu.Choices.Select(c => c with { Label = Clean(c.Label) })] } : null,
        Suggestions = Clean(reply.Suggestions),
        Files = [.. reply.Files.Select(f => f with { Name = Clean(f.Name), Description = Clean(f.Description), Bytes = f.MediaType.StartsWith("text/", StringComparison.Ordinal) ? CleanLines(f.Bytes) : f.Bytes })],
        Footer = CleanOrNull(reply.Footer),
    };

    /// <summary>Line ends stay what they are: calendar files must have carriage returns.</summary>
    private static byte[] CleanLines(ReadOnlyMemory<byte> text) => Encoding.UTF8.GetBytes(string.Join("\r\n", Encoding.UTF8.GetString(text.Span).Split("\r\n").Select(CleanText.Of).Select(PersonalData.Mask)));

    private static string? Link(ReplyCitation citation, Record record) =>
        Uri.TryCreate(citation.Url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && record.Sources.Contains(citation.Url!) ? citation.Url : null;

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> texts) => [.. texts.Select(Clean)];

    private static string? CleanOrNull(string? text) => text is null ? null : Clean(text);

    private static string Clean(string text) => PersonalData.Mask(WithoutSchemes(CleanText.Of(text)));

    /// <summary>A platform makes a link of any word with "://"; without its scheme it stays readable and dead.</summary>
    private static string WithoutSchemes(string text)
    {
        var at = text.IndexOf("://", StringComparison.Ordinal);
        if (at < 0) return text;
        var clean = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("://", from, StringComparison.Ordinal))
        {
            var start = at;
            while (start > from && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '+' or '-' or '.')) start--;
            clean.Append(text, from, start - from);
            from = at + 3;
        }

        return clean.Append(text, from, text.Length - from).ToString();
    }
}
