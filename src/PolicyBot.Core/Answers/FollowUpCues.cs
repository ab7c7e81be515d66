using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>How a question leans on its thread.</summary>
/// <param name="Elliptic">It names something and asks nothing: "인허가는?", "what about permits?"</param>
/// <param name="SameMeeting">It speaks of "that meeting".</param>
internal sealed record FollowUpCue(bool Elliptic, bool SameMeeting);

/// <summary>The words that show that a question goes on with an earlier one.</summary>
internal static class FollowUpCues
{
    private static readonly string[] KoreanOpenings = ["그럼", "그러면", "그렇다면", "그런데", "근데", "그리고", "그래서", "또한", "또", "혹시"];

    private static readonly string[] EnglishOpenings = ["and what about", "what about", "how about", "and", "so", "then", "but", "also", "ok", "okay", "now"];

    private static readonly HashSet<string> KoreanReferences = new(StringComparer.Ordinal)
    {
        "그", "그건", "그것", "그것은", "그거", "그게", "그걸", "그때", "그날", "거기", "거기서", "거기에", "그곳", "그곳에서", "그들", "그들은", "그분", "그분은", "이건", "이거", "이에", "그에", "여기에", "해당", "같은", "이들", "이들은", "나머지", "나머지는",
    };

    private static readonly HashSet<string> EnglishReferences = new(StringComparer.Ordinal)
    {
        "they", "them", "their", "it", "its", "that", "this", "those", "these", "he", "she", "him", "his", "her", "there", "else", "same", "others", "rest",
    };

    private static readonly string[] KoreanMeetings = ["그 간담회", "그 회의", "그 자리", "그 토론회", "그 행사", "그날", "그때", "거기"];

    private static readonly string[] EnglishMeetings = ["that meeting", "the meeting", "that roundtable", "the roundtable", "that session", "that day"];

    /// <summary>Asked in full by themselves: which asks have no reply, what is promised, what is coming.</summary>
    private static readonly HashSet<QuestionKind> Whole = [QuestionKind.Unanswered, QuestionKind.Upcoming, QuestionKind.Promised, QuestionKind.MeetingSummary];

    /// <summary>Words that name no subject: the one who is to answer, and "the issue" itself.</summary>
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "ministry", "government", "minister", "issue", "issues", "problem", "problems", "문제", "이야기", "얘기", "장관", "차관" };

    public static bool SaysNothing(string term) => Empty.Contains(term) || KoreanReferences.Contains(term) || EnglishReferences.Contains(term);

    /// <summary>Null when the question stands by itself.</summary>
    /// <param name="rest">Without "그럼" or "and".</param>
    public static FollowUpCue? Read(string rest, bool opened, ThreadContext own)
    {
        var korean = own.Language == Language.Korean;
        var words = rest.ToLowerInvariant().Split([' ', ',', '?', '.', '!', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        var refers = words.Any((korean ? KoreanReferences : EnglishReferences).Contains);
        var same = (korean ? KoreanMeetings : EnglishMeetings).Any(m => (" " + rest).Contains(" " + m, StringComparison.OrdinalIgnoreCase));
        var names = own.Subject.Count + own.Parties.Count > 0 || own.Period is not null;
        var elliptic = names && IsElliptic(rest, words, own, opened);
        var cue = new FollowUpCue(elliptic, same);
        if (elliptic || same) return cue;
        // With a subject of its own it is a question of its own, whatever it begins with.
        if (own.Subject.Count > 0) return refers && own.Parties.Count == 0 && own.Kind != QuestionKind.WhoRaised && HasPerson(words, korean) ? cue : null;
        if (opened || refers) return cue;
        if (own.Parties.Count > 0) return own.Kind == QuestionKind.Replied ? cue : null;
        return Whole.Contains(own.Kind) || (own.Kind == QuestionKind.Attended && own.Period is not null) ? null : cue;
    }

    /// <summary>"they", "그들은": a party that was named before.</summary>
    private static bool HasPerson(string[] words, bool korean) =>
        words.Any(w => korean ? w.StartsWith("그들", StringComparison.Ordinal) || w.StartsWith("그분", StringComparison.Ordinal) || w.StartsWith("이들", StringComparison.Ordinal) : w is "they" or "them" or "their" or "he" or "she" or "him" or "his" or "her");

    private static bool IsElliptic(string rest, string[] words, ThreadContext own, bool opened)
    {
        if (words.Length is 0 or > 6) return false;
        var bare = rest.TrimEnd('?', '.', '!', ' ');
        if (own.Language == Language.Korean)
            return bare.Length > 1 && (bare[^1] is '은' or '는' || (bare.EndsWith("에는", StringComparison.Ordinal) || bare.EndsWith("에서는", StringComparison.Ordinal) || bare.EndsWith('도'))) && own.Kind is QuestionKind.Free or QuestionKind.WhatRaised && !Asks(bare);
        return opened && !words.Any(w => w is "did" or "do" or "does" or "was" or "were" or "is" or "are" or "has" or "have" or "who" or "what" or "when" or "where" or "how" or "why");
    }

    private static bool Asks(string bare) => QuestionVocabulary.KoreanAsking.Where(a => a.Length > 1).Any(a => bare.Split(' ').Any(w => w.StartsWith(a, StringComparison.Ordinal)));

    public static (bool Opened, string Remaining) WithoutOpening(string text)
    {
        var openings = Languages.Detect(text) == Language.Korean ? KoreanOpenings.Concat(EnglishOpenings) : EnglishOpenings;
        var (opened, rest) = (false, text);
        for (var again = true; again;)
        {
            again = false;
            foreach (var opening in openings)
            {
                if (!rest.StartsWith(opening, StringComparison.OrdinalIgnoreCase) || rest.Length <= opening.Length || rest[opening.Length] is not (' ' or ',')) continue;
                (opened, rest, again) = (true, rest[(opening.Length + 1)..].TrimStart(' ', ','), true);
                break;
            }
        }

        return (opened, rest);
    }
}
