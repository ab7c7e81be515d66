using PolicyBot.Text;

namespace PolicyBot.Records.Telling;

/// <summary>Reads who was there: ▲ lists, "A, B, C 등 12개사가 참석", named speakers. Presence is all that this says.</summary>
internal sealed class ParticipantReader(string text, PartyReader parties)
{
    private const int Most = 200;

    private static readonly string[] Attending = ["참석", "함께했", "함께 했", "자리했", "자리를 함께", "배석", "나왔", "나섰", "참여했", "모였", "참가", "대면", "모았", "attended", "took part", "joined", "were present", "participated"];

    private static readonly string[] Absent = ["불참", "참석하지", "빠졌", "absent", "apologies", "Apologies"];

    private static readonly string[] SpeechEnds = ["했다", "말했다", "밝혔다", "답했다", "강조했다", "요청했다", "건의했다", "주장했다", "지적했다", "덧붙였다", "전했다", "호소했다", "토로했다", "설명했다", "제안했다", "요구했다", "말이다", "들었다", "바랐다"];

    private static readonly string[] BeforeList = ["에", "에는", "에서", "서는", "했고", "었고", "들었고", "며", "은", "으로"];

    public IReadOnlyList<Party> Read(SourceSpan sentence)
    {
        var words = text.AsSpan(sentence.Start, sentence.Length);
        foreach (var absent in Absent) if (words.Contains(absent, StringComparison.Ordinal)) return [];
        if (words.ContainsAny('▲', '△')) return ListsAsks(words) ? [] : ReadMarked(sentence);
        List<Party> found = [];
        var start = sentence.Start;
        while (FirstAttending(start, sentence.End) is { } attends && found.Count < Most)
        {
            found.AddRange(ReadListed(new(start, sentence.End), attends));
            start = NextClause(attends, sentence.End);
        }

        return start > sentence.Start ? found : ReadSpeaker(sentence);
    }

    private static readonly string[] Asking = ["건의", "요청", "요구", "제안", "호소", "촉구", "제기", "지적", "의견", "애로", "주문", "당부"];

    /// <summary>"간담회에 참석한 ▲가나전자 ▲다라수산은": right before the list it says who came, whatever they then asked for.</summary>
    private static readonly string[] WhoCame = ["참석한", "참여한", "참가한", "배석한", "자리한", "함께한", "함께 한", "모인", "나온"];

    /// <summary>"▲물가 반영 ▲참가비 지원 등을 건의했다": what is listed was asked for; nobody is said to have come.</summary>
    private static bool ListsAsks(ReadOnlySpan<char> sentence)
    {
        var ahead = sentence[..sentence.IndexOfAny('▲', '△')].TrimEnd();
        foreach (var came in WhoCame) if (ahead.EndsWith(came, StringComparison.Ordinal)) return false;
        var behind = sentence[(sentence.LastIndexOfAny('▲', '△') + 1)..];
        // 참가비, 참석자: no verb.
        foreach (var attends in Attending) if (behind.IndexOf(attends, StringComparison.Ordinal) is >= 0 and var at && !(at + attends.Length < behind.Length && behind[at + attends.Length] is '비' or '자')) return false;
        foreach (var asks in Asking) if (behind.Contains(asks, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>의견이 나왔다, 대책 마련에 나섰다: what came out was words or an act, nobody's attendance.</summary>
    private int? FirstAttending(int start, int end)
    {
        while (MeetingWords.First(text, start, end, Attending) is { } at)
        {
            if (text[at] != '나' || !Spoken.Any(s => text.AsSpan(0, at).TrimEnd().TrimEnd("이가도은는들").EndsWith(s, StringComparison.Ordinal))) return at;
            start = at + 1;
        }

        return null;
    }

    private static readonly string[] Spoken =
        ["의견", "건의", "지적", "우려", "목소리", "요구", "요청", "말", "제안", "주장", "반응", "전망", "비판", "결과", "얘기", "이야기", "불만", "하소연", "질문", "답변", "대책", "마련에", "확보에", "지원에", "개선에", "해소에"];

    private List<Party> ReadMarked(SourceSpan sentence)
    {
        List<Party> found = [];
        var items = text[sentence.Start..sentence.End].Split('▲', '△');
        for (var i = 1; i < items.Length && found.Count < Most; i++)
        {
            if (parties.Read(CutItem(items[i])) is { } party) found.Add(party);
        }

        return found;
    }

    /// <summary>루닛 등 AI 기업 관계자들이 자리를 함께했다: the item ends before 등 or before the particle that closes the list.</summary>
    private static string CutItem(string item)
    {
        var end = item.Length;
        if (item.IndexOf(" 등", StringComparison.Ordinal) is >= 0 and var etc) end = Math.Min(end, etc);
        if (item.IndexOf(',', StringComparison.Ordinal) is > 0 and var comma) end = Math.Min(end, comma);
        foreach (var attends in Attending)
        {
            if (item.IndexOf(attends, StringComparison.Ordinal) is > 1 and var at) end = Math.Min(end, at);
        }

        return WithoutParticle(item[..end].Trim());
    }

    private static string WithoutParticle(string phrase) =>
        phrase.Length > 2 && phrase[^1] is '이' or '가' && Hangul.IsSyllable(phrase[^2]) && Hangul.HasFinal(phrase[^2]) == (phrase[^1] == '이') && Roles.Is(phrase[..^1]) ? phrase[..^1] : phrase;

    private List<Party> ReadListed(SourceSpan sentence, int attends)
    {
        if (!text.AsSpan(sentence.Start, sentence.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable)) return ReadEnglish(sentence, attends);
        var end = ListEnd(sentence, attends);
        var items = text[ListStart(sentence, end)..end].Split(", ", StringSplitOptions.RemoveEmptyEntries).SelectMany(SplitJoined);
        return [.. items.Take(Most).Select(parties.Read).OfType<Party>().Where(p => p.Organisation is null || p.Organisation.Length < 30)];
    }

    /// <summary>A가 참석했고 정부에서는 B가 함께했다: the second list begins behind the first verb.</summary>
    private int NextClause(int attends, int end)
    {
        var space = text.IndexOf(' ', attends, end - attends);
        return space < 0 ? end : space + 1;
    }

    private int ListEnd(SourceSpan sentence, int attends)
    {
        var etc = text.LastIndexOf(" 등", attends, attends - sentence.Start, StringComparison.Ordinal);
        var like = text.LastIndexOf(" 같은", attends, attends - sentence.Start, StringComparison.Ordinal);
        if (Math.Max(etc, like) > sentence.Start) return Math.Max(etc, like);
        for (var i = attends - 1; i > sentence.Start; i--)
        {
            if (text[i] is '이' or '가' && (i + 1 >= text.Length || text[i + 1] == ' ')) return i;
        }

        return attends;
    }

    /// <summary>The list begins behind the place or the clause before it: 간담회에는 …, 의견을 들었고 ….</summary>
    private int ListStart(SourceSpan sentence, int end)
    {
        for (var i = end - 1; i > sentence.Start + 1; i--)
        {
            if (text[i] != ' ') continue;
            if (char.IsAsciiDigit(text[i - 2]) && text[i - 1] is '일' or '시' or '월' or '년') return i + 1;
            var word = text.AsSpan(Math.Max(sentence.Start, i - 3)..i);
            foreach (var ending in BeforeList)
                if (word.EndsWith(ending, StringComparison.Ordinal)) return i + 1;
        }

        return sentence.Start;
    }

    private static IEnumerable<string> SplitJoined(string item)
    {
        var start = 0;
        for (var i = 2; i < item.Length - 2; i++)
        {
            if (item[i] != ' ' || item[i - 1] is not ('과' or '와') || i - start < 3) continue;
            if (Hangul.IsSyllable(item[i - 2]) && Hangul.HasFinal(item[i - 2]) != (item[i - 1] == '과')) continue;
            yield return item[start..(i - 1)];
            start = i + 1;
        }

        yield return item[start..];
    }

    private List<Party> ReadEnglish(SourceSpan sentence, int attends)
    {
        var by = text.IndexOf("by ", attends, sentence.End - attends, StringComparison.Ordinal);
        var list = by == attends + 9 ? text[(by + 3)..sentence.End] : text[sentence.Start..attends];
        return [.. list.TrimEnd('.').Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(parties.Read).OfType<Party>()
            .Where(p => MeetingWords.FindNoun(p.ToString(), 0, p.ToString().Length) is null)];
    }

    /// <summary>A named person with a role who speaks at the meeting was there.</summary>
    private List<Party> ReadSpeaker(SourceSpan sentence)
    {
        var end = sentence.End - (text[sentence.End - 1] == '.' ? 1 : 0);
        if (!text.AsSpan(sentence.Start, sentence.Length).ContainsAnyInRange(Hangul.FirstSyllable, Hangul.LastSyllable)) return ReadEnglishSpeaker(sentence);
        if (!SpeechEnds.Any(e => text.AsSpan(sentence.Start, end - sentence.Start).EndsWith(e, StringComparison.Ordinal))) return [];
        for (var i = sentence.Start + 1; i < Math.Min(sentence.End, sentence.Start + 60); i++)
        {
            if (text[i] != ' ' || text[i - 1] is not ('은' or '는' or '이' or '가')) continue;
            if (KoreanPhrase.Back(text, sentence.Start, i - 1) is { } phrase && parties.Read(phrase) is { Person: { Length: > 1 }, Role: not null } party) return [party];
        }

        return [];
    }

    private List<Party> ReadEnglishSpeaker(SourceSpan sentence)
    {
        if (MeetingWords.First(text, sentence.Start, sentence.End, EnglishSpeech) is not { } verb || verb - sentence.Start is < 4 or > 90) return [];
        return EnglishPerson.Read(text[sentence.Start..verb].Trim()) is { } party ? [party] : [];
    }

    private static readonly string[] EnglishSpeech = [" said", " asked", " wanted", " warned", " called for", " spoke", " urged", " told", " argued", " noted", " pressed", " added", " replied"];
}
