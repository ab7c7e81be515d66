using PolicyBot.Text;

namespace PolicyBot.Concerns.English;

/// <summary>Sentences that tell of no speech in the room: captions, agendas, notices, boilerplate, what is still to come.</summary>
internal static class Background
{
    private static readonly PhraseTable Boilerplate = new("""
        all rights reserved, related stories, related articles, sign up, subscribe to, newsletter, click here, read more, copyright, press contact, media contact, for further information, for more information, embargoed until, photo courtesy, photo by, photo :, [ photo, ( photo, speaks at, speaks during, poses for, shakes hands
        """);

    private static readonly PhraseTable StillToCome = new("""
        is expected to, are expected to, was expected to, were expected to, is due to, are due to, is set to, are set to, is scheduled to, are scheduled to, is likely to, are likely to, is planning to ask, plan to ask, plans to ask, intends to ask, intend to raise
        """);

    private static readonly PhraseTable Outside = new("""
        after the meeting, after the hearing, after the session, after the talks, after the round table, after the roundtable, after the workshop, after the event, told reporters, speaking to reporters, outside the meeting, on the sidelines, to journalists, told journalists
        """);

    public static bool Is(List<EnglishToken> tokens)
    {
        if (Boilerplate.Stand(tokens, 0, tokens.Count)) return true;
        var coming = StillToCome.Find(tokens, 0, tokens.Count);
        return coming >= 0 && PredicateReader.Next(tokens, 0, coming) is null && !HasState(tokens, coming);
    }

    private static bool HasState(List<EnglishToken> tokens, int to)
    {
        for (var i = 0; i < to; i++)
        {
            if (NounLexicon.StateBodies.Contains(tokens[i].Lower) || NounLexicon.StateRoles.Contains(tokens[i].Lower) || NounLexicon.StateBodyNames.Contains(tokens[i].Lower)) return true;
        }

        return false;
    }

    public static bool LeavesRoom(List<EnglishToken> tokens) => Outside.Stand(tokens, 0, tokens.Count);
}
