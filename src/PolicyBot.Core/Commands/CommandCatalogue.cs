using PolicyBot.Chat;

namespace PolicyBot.Commands;

/// <summary>Everything that people see of the bot's commands, forms and shortcuts, the same on every platform.</summary>
public static class CommandCatalogue
{
    public const string WrongSpeaker = "wrong-speaker";
    public const string NotSaid = "not-said";
    public const string Import = "import";

    public static ChatCatalogue All { get; } = new(
        [AskCommand.Shown, ConcernsCommand.Shown, MeetingsCommand.Shown, BriefCommand.Shown, RecordCommand.Shown, DigestCommand.Shown, FollowCommand.Shown, FollowingCommand.Shown, UnfollowCommand.Shown, ChannelCommand.Shown, WhyCommand.Shown, AccessCommand.Shown, ReviewCommand.Shown, StatusCommand.Shown, HelpCommand.Shown],
        [
            new(WrongSpeaker, "Wrong speaker", "발언자가 틀림", [Comment("Who said it, and how do you know?", "누구의 말인지, 근거는 무엇인지 적어 주십시오.")]),
            MeetingForm.Shown,
            new(NotSaid, "Not what was said", "한 말과 다름", [Comment("What was really said, and where does it stand?", "실제로 한 말과 그 근거를 적어 주십시오.")]),
        ],
        (Import, "Import as meeting record", "회의 기록으로 가져오기"));

    internal static CommandDefinition? Find(string? name) => All.Commands.FirstOrDefault(c => c.Name == name);

    private static FormField Comment(string english, string korean) => new("comment", english, korean, IsRequired: false, IsLong: true);
}
