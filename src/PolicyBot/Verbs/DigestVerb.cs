using System.CommandLine;
using PolicyBot.Contract;
using PolicyBot.Digests;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class DigestVerb
{
    public static Command Create(CommonOptions common)
    {
        var date = new Option<DateOnly?>("--date") { Description = "The day of the digest; today when left out / 소식의 날짜", HelpName = "DAY", CustomParser = CommonOptions.ParseDay };
        var send = new Option<string?>("--send") { Description = "Queue it for this channel (not in this version) / 이 채널로 보내기(이 판에는 없음)", HelpName = "CHANNEL" };
        var topic = new Option<string[]>("--topic") { Description = "Only these topics / 주제" };
        var organisation = new Option<string[]>("--organisation") { Description = "Only what these raised / 기관" };
        var unanswered = new Option<int?>("--unanswered-days") { Description = "Tell of what has no reply after so many days (30) / 답변 없이 지난 날", HelpName = "N", CustomParser = r => CommonOptions.ParseNumber(r, 3650) };
        var language = CommonOptions.Language();
        var verb = new Command("digest", "What the digest of a day says: what is new, what is due, which meetings come / 하루 소식") { date, topic, organisation, unanswered, send, language };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            if (parse.GetValue(send) is not null)
                throw new WrongUseException("This version cannot send to a channel. Without --send the digest is printed. / 이 판은 채널로 보내지 못합니다. --send 없이 부르면 화면에 나옵니다.");
            var day = parse.GetValue(date) ?? workplace.Today;
            if (day == DateOnly.MaxValue || day == DateOnly.MinValue) throw new WrongUseException($"There is no digest of {day:yyyy-MM-dd}.");
            var request = DigestRequest.OfDay(day, workplace.Settings.TimeZone, workplace.Clearance) with
            {
                Topics = [.. parse.GetValue(topic)!.Select(workplace.FindTopic)],
                Organisations = [.. parse.GetValue(organisation)!.Select(o => workplace.Organisations.Find(o, day)?.Name ?? o)],
                UnansweredDays = parse.GetValue(unanswered) ?? 30,
            };
            var digest = await new DigestComposer(workplace.Archive).ComposeAsync(request, cancellationToken);
            var text = new DigestText(Languages.Parse(parse.GetValue(language)) ?? Language.Korean, workplace.Topics).Whole(digest);
            var output = common.Output(parse);
            if (output.Json) output.Write(DigestShape.Of(digest, text), ContractJson.Readable.DigestShape);
            else output.Line(text);
            return ExitCode.Done;
        });
        return verb;
    }
}
