using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Reads a clause outside quotation marks: subject, verb, content, and the verbs that go on with the same subject.</summary>
internal sealed class ClauseReader(NounPhrases subjects, PassiveReader passives, AdjunctReader adjuncts, RelativeReader relatives)
{
    private readonly UnrealClauses _inner = new(subjects);

    public List<Claim> Read(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        List<Claim> claims = [];
        var condition = from;
        from = UnrealClauses.BehindCondition(tokens, from, to);
        if (from >= to) return claims;
        var (start, answers) = adjuncts.Read(tokens, from, to, carry, claims);
        if (Rejected(tokens, start, to, carry) is { } rejected)
        {
            claims.Add(rejected);
            return claims;
        }

        if (passives.Read(tokens, start, to, carry) is { } passive)
        {
            claims.AddRange(passive);
            return claims;
        }

        var before = claims.Count;
        Chain(tokens, start, to, carry, answers, claims);
        if (start > from && claims.Count > before && Opening(tokens, from, start, claims[before].Speaker) is { } opening) claims.Insert(before, opening);
        // "Should the budget pass, the ministry will hire inspectors": without its condition the promise is another.
        if (from > condition && claims is [{ Speaker.Side: Side.Government, Strength: not null } promise] && PredicateReader.Next(tokens, from, to) is null) claims[0] = promise with { From = condition };
        claims.AddRange(relatives.Read(tokens, from, to, carry).Where(r => !claims.Exists(c => c.From < r.To && r.From < c.To)));
        return claims;
    }

    /// <summary>"Company C's request for an exemption was turned down": the ask stands in the subject.</summary>
    private Claim? Rejected(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        for (var i = from + 3; i + 1 < to; i++)
        {
            if (tokens[i].Lower is "," or "that" || tokens[i].Kind == EnglishTokenKind.OpenQuote) return null;
            if (!(tokens[i].Lower is "was" or "were" or "went" or "met" or "fell")) continue;
            var verb = PredicateReader.SkipAdverbs(tokens, i + 1, to);
            if (verb >= to || !(tokens[verb].Lower is "turned" or "rejected" or "refused" or "granted" or "accepted" or "denied" or "dismissed" or "shelved" or "brushed" or "unanswered" or "unheeded" or "declined" or "rebuffed")) return null;
            return adjuncts.AskNoun(tokens, from, i, carry) is { Speaker.Side: not Side.Government } ask ? ask with { To = i } : null;
        }

        return null;
    }

    /// <summary>"Calling the levy unworkable, John Roe demanded …".</summary>
    private static Claim? Opening(List<EnglishToken> tokens, int from, int to, Speaker speaker)
    {
        if (PredicateReader.Opening(tokens, from, to) is not { Form: VerbForm.Gerund, Act: Act.Concern or Act.Request or Act.Report } predicate) return null;
        return predicate.To < to ? new(speaker, predicate.Act, predicate.To, to) { Tells = predicate.Tells } : null;
    }

    private void Chain(List<EnglishToken> tokens, int start, int to, Carry carry, bool answers, List<Claim> claims)
    {
        var (speaker, at) = ((Speaker?)null, start);
        ReplyStrength? refusal = null;
        while (at < to && PredicateReader.Next(tokens, at, to) is { } predicate)
        {
            var subjectEnd = GroupStart(tokens, at, predicate.From);
            if (speaker is null && _inner.IsDoubtful(tokens, at, subjectEnd)) return;
            var subject = _inner.Subordinate(tokens, at, subjectEnd, carry) ?? subjects.Read(tokens, at, subjectEnd, carry) ?? (speaker is null ? Leading(tokens, at, subjectEnd, carry) ?? (PredicateReader.IsHuman(tokens[predicate.From].Lower) ? subjects.People(tokens, at, subjectEnd) : null) : null);
            if (subject is null && speaker is null)
            {
                if (!IsPlainOpening(tokens, at, subjectEnd) && Direct(tokens, at, to, carry) is { } direct) claims.Add(direct with { Answers = answers });
                return;
            }

            speaker = subject ?? speaker!;
            // "A, B and C attended and asked for …": attendance is not speech, so they asked together.
            if (predicate.Act == Act.None && subject is not null && (speaker.Names.Count > 1 || subjects.CountListed(tokens, at, subjectEnd) > 1)) speaker = new(AttributionLevel.Participants, [], Side.Stakeholder);
            if (IsBackground(speaker, predicate) || IsEarlier(tokens, start, predicate.From)) return;
            var next = NextLink(tokens, predicate.To, to, carry, predicate.Act == Act.None);
            var end = ContentEnd(tokens, predicate.To, next ?? to);
            if (predicate.Act == Act.Refusal)
            {
                // "ruled out a freeze but said it would consider a cap": behind "but" stands another answer, of its own step.
                refusal = next is { } turned && TurnsAgainst(tokens, turned) ? null : ReplyStrength.Declined;
                Refused(tokens, predicate, end, speaker, carry, claims, next is { } joint && IsSaying(tokens, joint));
                carry.Speak(speaker);
                if (next is null) return;
                at = next.Value;
                continue;
            }

            var corrected = speaker.Side == Side.Government && Corrects(tokens[predicate.From].Lower) && Strength.Grade(tokens, predicate.To, end) == ReplyStrength.Decided ? ReplyStrength.Explained : refusal;
            var act = speaker.Side == Side.Government && Acknowledges(tokens, predicate) ? Act.Hearing : predicate.Act;
            if (end > predicate.To && act != Act.None && !(act == Act.Position && next is { } turn && TurnsAgainst(tokens, turn)))
                claims.AddRange(ThatClauses(tokens, new(speaker, act, act == Act.Hearing ? subjectEnd : predicate.To, end) { Answers = predicate.Answers || answers, Tells = predicate.Tells, Strength = corrected }));
            carry.Speak(speaker);
            var first = claims.Count == 0 || predicate.To != claims[^1].From;
            for (var told = 0; !first && told < 6 && Gap(tokens, predicate, claims[^1], carry) is { } gap; told++)
            {
                claims[^1] = claims[^1] with { To = gap.Comma };
                claims.Add(gap.Claim);
            }

            if (next is null) return;
            at = next.Value;
        }

        if (speaker is null && Direct(tokens, start, to, carry) is { } plain) claims.Add(plain with { Answers = answers });
    }

    /// <summary>An official who notes or concedes a point has heard it.</summary>
    private static bool Acknowledges(List<EnglishToken> tokens, Predicate predicate) =>
        !(predicate.To < tokens.Count && tokens[predicate.To].Lower is "he" or "she" or "they" or "it" or "we" or "i")
        && (tokens[predicate.From].Lower is "acknowledged" or "acknowledges" or "acknowledging" or "conceded" or "admitted" or "appreciated" or "understood"
        || (tokens[predicate.From].Lower is "noted" or "recognised" or "recognized" && predicate.To < tokens.Count && !tokens[predicate.To - 1].Is("that")));

    /// <summary>"Company B shared that worry and added …": the subject stands before another verb.</summary>
    private Speaker? Leading(List<EnglishToken> tokens, int from, int verb, Carry carry)
    {
        if (verb - 1 <= from || !(tokens[verb - 1].Lower is "and" or "but" || (tokens[verb - 1].Is(",") && tokens[verb].Lower.EndsWith("ing", StringComparison.Ordinal)))) return null;
        for (var i = from + 1; i < Math.Min(verb - 1, from + 8); i++)
        {
            if (tokens[i].Lower is "," or "that" or "which" or "and") return null;
            if (tokens[i].Capital || !(PredicateReader.IsBe(tokens[i]) || tokens[i].Lower is "has" or "had" or "met" or "took" || tokens[i].Lower.EndsWith("ed", StringComparison.Ordinal))) continue;
            return subjects.Read(tokens, from, i, carry);
        }

        return null;
    }

    /// <summary>"said that A and that B" tells two things, each with its own verb.</summary>
    private static List<Claim> ThatClauses(List<EnglishToken> tokens, Claim claim)
    {
        if (!claim.Tells) return [claim];
        List<Claim> parts = [];
        var (start, quoted) = (claim.From, false);
        for (var i = claim.From + 2; i + 2 < claim.To; i++)
        {
            quoted = tokens[i].Kind == EnglishTokenKind.OpenQuote || (quoted && tokens[i].Kind != EnglishTokenKind.CloseQuote);
            if (quoted || !tokens[i + 1].Is("that") || !(tokens[i].Lower is "and" or "but") || PredicateReader.IsBe(tokens[i + 2])) continue;
            parts.Add(claim with { From = start, To = tokens[i - 1].Is(",") ? i - 1 : i });
            start = i + 2;
        }

        return [.. parts, claim with { From = start }];
    }

    /// <summary>What was done before answers who says that it was not.</summary>
    private static bool Corrects(string verb) => verb is "insisted" or "insists" or "countered" or "counters" or "maintained" or "retorted" or "disputed" or "contested" or "rebutted" or "contended" or "protested" or "recalled";

    /// <summary>Praise before "but" is only the way to the complaint.</summary>
    private static bool TurnsAgainst(List<EnglishToken> tokens, int joint) =>
        tokens[joint].Lower is "but" or "yet" || (joint + 1 < tokens.Count && tokens[joint + 1].Lower is "but" or "yet");

    /// <summary>"Company A asked for cheaper power, Association B for faster permits": the verb is told once.</summary>
    private (int Comma, Claim Claim)? Gap(List<EnglishToken> tokens, Predicate predicate, Claim first, Carry carry)
    {
        var particle = tokens[predicate.To - 1].Lower;
        if (predicate.Act is not (Act.Request or Act.Concern) || particle is not ("for" or "about" or "of" or "over" or "against")) return null;
        for (var i = first.From + 1; i + 2 < first.To; i++)
        {
            if (!(tokens[i].Lower is "," or "and")) continue;
            var start = tokens[i + 1].Is("and") ? i + 2 : i + 1;
            for (var j = start + 1; j < Math.Min(first.To - 1, start + 6); j++)
            {
                if (tokens[j].Lower != particle) continue;
                if (subjects.Read(tokens, start, j, carry) is not { Level: >= AttributionLevel.Participants } other) break;
                carry.Speak(other);
                return (i, first with { Speaker = other, From = j + 1 });
            }
        }

        return null;
    }

    private static bool IsSaying(List<EnglishToken> tokens, int joint) =>
        joint + 1 < tokens.Count && PredicateReader.At(tokens, joint + 1, tokens.Count) is { Act: Act.Report, Form: VerbForm.Gerund };

    /// <summary>The ask that is refused, and the refusal itself unless its reason follows ("…, saying it would be unfair").</summary>
    private void Refused(List<EnglishToken> tokens, Predicate predicate, int end, Speaker speaker, Carry carry, List<Claim> claims, bool explained)
    {
        if (adjuncts.AskNoun(tokens, predicate.To - 1, end, carry) is { } ask) claims.Add(ask with { To = end });
        if (!explained && speaker.Side == Side.Government) claims.Add(new(speaker, Act.Refusal, predicate.From, end) { Answers = true, Strength = ReplyStrength.Declined });
    }

    private static bool IsPlainOpening(List<EnglishToken> tokens, int from, int to) => from >= to || tokens[from].Lower is "it" or "there";

    /// <summary>"Last year the makers had asked for relief": told of another time.</summary>
    private static bool IsEarlier(List<EnglishToken> tokens, int from, int verb) =>
        verb > from && tokens[verb - 1].Is("had") && (StrengthLexicon.Past.Stand(tokens, from, verb) || (from > 0 && StrengthLexicon.Past.Stand(tokens, 0, from)));

    /// <summary>"businesses fear": no room, no day; what reporters write to fill.</summary>
    private static bool IsBackground(Speaker speaker, Predicate predicate) => speaker.Generic && predicate.Form is VerbForm.Base or VerbForm.Third && speaker.Generic;

    /// <summary>Helpers and adverbs before a verb belong to it, not to the subject.</summary>
    private static int GroupStart(List<EnglishToken> tokens, int from, int verb)
    {
        if (verb - 2 > from && tokens[verb - 1].Is("to") && PredicateReader.TakesTheFloor(tokens[verb - 2].Lower)) verb -= 2;
        while (verb > from && (VerbLists.IsAdverb(tokens[verb - 1].Lower) || tokens[verb - 1].Lower is "long" or "has" or "have" or "had" or "did" or "does" or "do" or "been" or "is" or "are" or "was" or "were")) verb--;
        return verb;
    }

    /// <summary>Where the next verb of the chain begins with what joins it: "and urged", ", adding that", ", while Company B feared".</summary>
    private int? NextLink(List<EnglishToken> tokens, int from, int to, Carry carry, bool atOnce)
    {
        var quoted = false;
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Kind == EnglishTokenKind.OpenQuote) quoted = true;
            else if (tokens[i].Kind == EnglishTokenKind.CloseQuote) quoted = false;
            if (quoted || (i == from && !atOnce)) continue;
            if (IsJoint(tokens, i) && LinkAfter(tokens, i, to, carry)) return i;
        }

        return null;
    }

    private static bool IsJoint(List<EnglishToken> tokens, int i) =>
        tokens[i].Lower is "," or "and" or "but" or ";" or "while" or "whereas" or "yet" or "before" or "\u2014" && !(i > 0 && tokens[i - 1].Lower is "," && !tokens[i].IsWord);

    private bool LinkAfter(List<EnglishToken> tokens, int joint, int to, Carry carry)
    {
        var i = joint + 1;
        while (i < to && (SubjectLexicon.Openers.Contains(tokens[i].Lower) || VerbLists.IsAdverb(tokens[i].Lower) || tokens[i].Is(","))) i++;
        if (i + 1 < to && tokens[i].Lower is "has" or "have" or "had") i = PredicateReader.SkipAdverbs(tokens, i + 1, to);
        if (i >= to) return false;
        if (i + 1 < to && tokens[i].Is("in") && tokens[i + 1].Lower is "response" or "reply" or "turn") i += 2;
        if (i + 1 < to && tokens[i].Is("to") && tokens[i + 1].Is("which")) return PredicateReader.Next(tokens, i + 2, to) is { Answers: true };
        if (i < to && tokens[i].Is(",")) i++;
        if (i < to && tokens[joint].Is("and") && VerbLists.Prepositions.Contains(tokens[i].Lower)) i = AfterComma(tokens, i, to);
        if (i >= to) return false;
        if (PredicateReader.At(tokens, i, to) is { } same && same.Form is VerbForm.Past or VerbForm.Gerund && IsSpeech(tokens, i, same)) return true;
        if (tokens[joint].Is(",") && tokens[joint + 1].Lower is not ("and" or "but" or "while" or "whereas" or "yet")) return false;
        var limit = Math.Min(to, i + 12);
        if (PredicateReader.Next(tokens, i, limit) is not { Form: not VerbForm.Gerund } other || other.From == i) return false;
        var speaker = subjects.Read(tokens, i, GroupStart(tokens, i, other.From), carry);
        return speaker is not null && (tokens[joint].Lower is "while" or "whereas" || (joint + 1 < to && tokens[joint + 1].Lower is "while" or "whereas") || IsSpeech(tokens, other.From, other)) && (tokens[joint].Lower is not "and" || speaker.Level >= AttributionLevel.Participants);
    }

    /// <summary>"and, on tendering rules, said …"</summary>
    private static int AfterComma(List<EnglishToken> tokens, int i, int to)
    {
        for (var j = i; j < Math.Min(to, i + 10); j++)
        {
            if (tokens[j].Is(",")) return j + 1;
        }

        return i;
    }

    /// <summary>"required", "needed", "supported" join things as often as speeches.</summary>
    private static bool IsSpeech(List<EnglishToken> tokens, int i, Predicate predicate) =>
        !(tokens[i].Lower is "required" or "needed" or "preferred" or "supported" or "backed" or "submitted" or "indicated" or "described" or "estimated" or "felt" or "found" or "thought" or "heard" or "wrote" or "concluded" or "continued" or "supporting" or "requiring" or "needing" or "favouring")
        && !(predicate.Form == VerbForm.Gerund && tokens[i].Lower is "seeking" or "finding" or "feeling" or "backing" or "hearing");

    /// <summary>The content ends before a relative remark, a closing adjunct, or the joint itself.</summary>
    private static int ContentEnd(List<EnglishToken> tokens, int from, int to)
    {
        var end = to;
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].Is(",") && i + 2 < to && IsSeconded(tokens, i + 1, to)) end = Math.Min(end, i);
            if (tokens[i].Is(",") && i + 2 < to && tokens[i + 1].Lower is "which" && PredicateReader.Next(tokens, i + 2, to) is not null) end = Math.Min(end, i);
            if (tokens[i].Is(",") && i + 3 < to && tokens[i + 1].Lower is "a" or "an" or "the" && (VerbLexicon.RequestNouns.Contains(tokens[i + 2].Lower) || VerbLexicon.ConcernNouns.Contains(tokens[i + 2].Lower) || tokens[i + 2].Lower is "view" or "point" or "idea" or "move" or "step" or "line") && tokens[i + 3].Lower is "that" or "which" or "echoed" or "shared" or "backed" or "supported") end = Math.Min(end, i);
            if (tokens[i].Is(",") && i + 3 < to && tokens[i + 1].Is("the") && IsDocument(tokens[i + 2].Lower)) end = Math.Min(end, i);
            if (tokens[i].Is(",") && i + 2 < to && tokens[i + 1].Is("according") && tokens[i + 2].Is("to")) end = Math.Min(end, i);
        }

        return end;
    }

    /// <summary>", and John Roe agreed": no second statement, and no part of the first.</summary>
    private static bool IsSeconded(List<EnglishToken> tokens, int i, int to)
    {
        if (tokens[i].Lower is not ("and" or "which" or "a" or "something") || to - i > 12) return false;
        for (var j = i + 1; j < to; j++)
        {
            if (tokens[j].Lower is "agreed" or "seconded" or "nodded" or "concurred" or "echoed" or "joined" or "disputed" or "supported") return true;
        }

        return false;
    }

    /// <summary>", the minutes show": where it is written, not what was said.</summary>
    private static bool IsDocument(string word) => word is "note" or "notes" or "minutes" or "record" or "records" or "summary" or "readout" or "transcript" or "report" or "protocol" or "release" or "statement" or "document";

    /// <summary>A body of state and what it does, with no verb of speaking: "The ministry plans to expand the voucher scheme."</summary>
    private Claim? Direct(List<EnglishToken> tokens, int from, int to, Carry carry)
    {
        var verb = DirectVerb(tokens, from, to);
        if (verb <= from) return null;
        var speaker = subjects.Read(tokens, from, verb, carry);
        if (speaker is not { Side: Side.Government }) return null;
        carry.Speak(speaker);
        if (IsSilence(tokens, verb, to)) return null;
        return Promise(tokens, verb, to, speaker);
    }

    /// <summary>"did not say when the rule would change" promises nothing.</summary>
    private static bool IsSilence(List<EnglishToken> tokens, int verb, int to)
    {
        var negated = false;
        for (var i = verb; i < Math.Min(to, verb + 6); i++)
        {
            negated |= tokens[i].Lower is "not" or "never" or "short" or "without";
            if (negated && VerbLexicon.Of(tokens[i].Lower) is [{ Frame.Act: Act.Report or Act.Promise or Act.Hearing }, ..]) return true;
            if (tokens[i].Lower is "met" or "visited" or "sat" or "hosted" or "held" or "attended" or "opened" or "began" or "started" or "gathered") return true;
        }

        return false;
    }

    private static Claim? Promise(List<EnglishToken> tokens, int verb, int to, Speaker speaker)
    {
        if (Content.IsEvent(tokens, verb, to)) return null;
        var grade = Strength.Grade(tokens, verb, to) ?? DirectPast(tokens, verb) ?? (IsCharged(tokens, verb, to) ? ReplyStrength.WillPursue : Voted(tokens, verb, to) ? ReplyStrength.Decided : null);
        if (grade is null) return null;
        var start = tokens[verb].Lower is "will" or "would" or "shall" ? verb + 1 : IsCharged(tokens, verb, to) ? verb + 2 : verb;
        return new(speaker, Act.Report, start, ContentEnd(tokens, start, to)) { Strength = grade, Tells = true };
    }

    /// <summary>"The office is to publish a guide".</summary>
    private static bool IsCharged(List<EnglishToken> tokens, int verb, int to) =>
        tokens[verb].Lower is "is" or "are" && verb + 3 < to && tokens[verb + 1].Is("to") && VerbLists.IsBase(tokens[verb + 2].Lower) && !(tokens[verb + 2].Is("be"));

    /// <summary>"The council voted last week to lift the cap"; a vote against it is none.</summary>
    private static bool Voted(List<EnglishToken> tokens, int verb, int to)
    {
        for (var i = verb + 1; tokens[verb].Is("voted") && i + 1 < Math.Min(to, verb + 5); i++)
        {
            if (tokens[i].Lower is "against" or "not") return false;
            if (tokens[i].Is("to") && VerbLists.IsBase(tokens[i + 1].Lower)) return true;
        }

        return false;
    }

    private static ReplyStrength? DirectPast(List<EnglishToken> tokens, int verb) =>
        tokens[verb].Lower is "approved" or "adopted" or "abolished" or "scrapped" or "waived" or "ratified" or "enacted" or "lifted" or "authorised" or "authorized" or "signed" or "repealed"
            ? ReplyStrength.Decided : null;


    private static int DirectVerb(List<EnglishToken> tokens, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            var word = tokens[i].Lower;
            if (word is "will" or "would" or "shall" or "is" or "are" or "has" or "have" or "had" or "plans" or "plan" or "planned" or "intends" or "intended" or "aims" or "hopes" or "was" or "were" or "cannot" or "can" or "could" or "took" or "does" or "did"
                or "decided" or "agreed" or "voted" or "signed" or "put" or "noted" or "listened" or "seeks" or "gave" or "may" or "might") return i;
            if (VerbLists.Act(word) is { Form: VerbForm.Past } && !VerbLexicon.IsDeterminer(tokens, i - 1)) return i;
            if (tokens[i].Lower is "that" or "which" or "who" or ";" or "and") return -1;
        }

        return -1;
    }
}
