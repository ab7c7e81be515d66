using PolicyBot.Answers;
using PolicyBot.Chat;
using PolicyBot.Text;

namespace PolicyBot.Commands;

/// <summary>An answer as a chat shows it. Speakers stand exactly at the level that the answer tells.</summary>
internal static class AnswerReply
{
    /// <summary>The part that is there while the rest is still being written.</summary>
    public static Reply SoFar(Answer answer) => Of(answer) with { Footer = answer.Language == Language.Korean ? "이어서 쓰는 중…" : "still writing…" };

    public static Reply Of(Answer answer)
    {
        var korean = answer.Language == Language.Korean;
        var byModel = answer.By == AnswerSource.Model;
        var first = answer.Parts.TakeWhile(p => p.Speaker is null).ToList();
        var rest = answer.Parts.Skip(first.Count).ToList();
        var notes = Enumerable.Reverse(rest).TakeWhile(p => p.Speaker is null).Reverse().ToList();
        return new()
        {
            Language = answer.Language,
            Text = string.Join('\n', first.SelectMany(p => p.Lines)),
            Points = [.. rest.SkipLast(notes.Count).Select(Point)],
            Notes = [.. notes.SelectMany(p => p.Lines)],
            Citations = Citations(answer),
            IsByModel = byModel,
            Footer = answer.Status == AnswerStatus.Refused
                ? null
                : korean ? $"기록 {answer.Searched.Records:N0}건 검색 · {(byModel ? "모델이 다듬은 문장, 원문 대조함" : "원문 발췌")}" : $"{answer.Searched.Records:N0} record{(answer.Searched.Records == 1 ? "" : "s")} searched · {(byModel ? "phrased by a model, checked against the records" : "extractive")}",
        };
    }

    /// <summary>A sentence between two speakers heads those behind it: what one said alone must not run into what was said together.</summary>
    private static ReplyPoint Point(AnswerPart part) => part.Speaker is { } speaker ? new(speaker, part.Where, part.Lines) : new(string.Join(' ', part.Lines), null, []);

    private static IReadOnlyList<ReplyCitation> Citations(Answer answer) =>
    [
        .. answer.Citations.GroupBy(c => c.RecordId).Select(record => new ReplyCitation(
            [.. record.Select(c => c.N)], record.First().Title, Host(record.First().Url), record.First().Date, record.Key.Value, record.First().Url,
            [.. record.Where(c => !answer.Text.Contains(c.Quote.ReplaceLineEndings(" "), StringComparison.Ordinal)).Select(c => c.Quote)])
        {
            Place = CitationPlaces.Of([.. record]) is { Length: > 0 } place ? place : null,
        }),
    ];

    private static string? Host(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null;
}
