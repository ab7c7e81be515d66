using System.CommandLine;
using PolicyBot.Answers;
using PolicyBot.Contract;
using PolicyBot.Meetings;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class BriefVerb
{
    public static Command Create(CommonOptions common)
    {
        var meeting = new Argument<string[]>("MEETING") { Arity = ArgumentArity.OneOrMore, Description = "Its id, its day, or words of its title / 회의의 번호, 날짜, 제목의 낱말" };
        var verb = new Command("brief", "What the invited of a meeting raised before, what was answered, what is still owed / 회의 참석자 사전 브리핑") { meeting };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var output = common.Output(parse);
            var words = string.Join(' ', parse.GetValue(meeting)!);
            if (await new MeetingFinder(workplace.Archive).FindAsync(words, workplace.Today, workplace.Clearance, cancellationToken) is not { } choice)
            {
                await output.Error.WriteLineAsync($"No meeting on record fits '{words}'. List them with: policybot meetings / '{words}'에 맞는 회의가 기록에 없습니다. 목록 보기: policybot meetings");
                return ExitCode.SomethingRefused;
            }

            var spoken = common.Language(parse) ?? Language.Korean;
            var composed = await new BriefComposer(workplace.Archive, workplace.Organisations, workplace.Topics).ComposeAsync(choice.Meeting, workplace.Today, workplace.Clearance, cancellationToken);
            var brief = await composed.PhrasedAsync(workplace.TopLines, spoken, null, cancellationToken);
            var phrases = new Phrases(spoken);
            var text = new BriefText(phrases).Whole(brief);
            if (output.Json) output.Write(BriefShape.Of(brief, text), ContractJson.Readable.BriefShape);
            else
            {
                output.Line(text);
                foreach (var other in choice.AlsoFit) output.Line(phrases.Pick("다른 후보: ", "Also fits: ") + $"{other.Date} {other.Title} ({other.Id})");
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
