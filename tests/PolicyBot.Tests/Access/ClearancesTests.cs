using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Records;

namespace PolicyBot.Tests.Access;

public sealed class ClearancesTests
{
    private static readonly Clearances Own = new([new("slack", Grade.Sensitive), new("slack/direct", Grade.Classified)]);

    [Theory]
    [InlineData("slack", ConversationKind.Direct, false, Grade.Classified)]
    [InlineData("slack", ConversationKind.Private, false, Grade.Sensitive)]
    [InlineData("slack", ConversationKind.Public, false, Grade.Open)]
    [InlineData("slack", ConversationKind.Shared, false, Grade.Open)]
    [InlineData("slack", ConversationKind.Direct, true, Grade.Open)]
    [InlineData("slack", ConversationKind.Private, true, Grade.Open)]
    [InlineData("discord", ConversationKind.Direct, false, Grade.Open)]
    public void A_place_sees_what_is_configured_for_it_and_guests_see_open_records(string platform, ConversationKind kind, bool guest, Grade grade) =>
        Assert.Equal(grade, Own.Of(new(platform, "T", "C", null, kind), new("U", IsGuest: guest)));

    [Theory]
    [InlineData("", ConversationKind.Public, true, false)]
    [InlineData("slack/U1", ConversationKind.Public, true, true)]
    [InlineData("slack/U2", ConversationKind.Public, false, false)]
    [InlineData("discord/U1", ConversationKind.Public, false, false)]
    [InlineData("slack/U2", ConversationKind.Direct, true, false)]
    public void Without_curators_everybody_settles_a_channel_and_nobody_imports(string curator, ConversationKind kind, bool settles, bool imports)
    {
        var (curators, place, user) = (new Curators([curator]), new Conversation("slack", "T", "C", null, kind), new ChatUser("U1"));

        Assert.Equal((settles, imports), (curators.MaySettle(place, user), curators.Include(place, user)));
    }
}
