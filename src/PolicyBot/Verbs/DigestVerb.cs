using System.CommandLine;
using PolicyBot.Access;
using PolicyBot.Chat;
using PolicyBot.Commands;
using PolicyBot.Contract;
using PolicyBot.Digests;
using PolicyBot.Hosting;
using PolicyBot.Settings;
using PolicyBot.Text;

namespace PolicyBot.Verbs;

internal static class DigestVerb
{
    public static Command Create(CommonOptions common)
    {
        var date = new Option<DateOnly?>("--date") { Description = "The day of the digest; today when left out / 소식의 날짜", HelpName = "DAY", CustomParser = CommonOptions.ParseDay };
        var send = new Option<string?>("--send") { Description = "Queue it for this channel: slack/C… or discord/… / 이 채널로 보내기", HelpName = "CHANNEL" };
        var topic = new Option<string[]>("--topic") { Description = "Only these topics / 주제" };
        var organisation = new Option<string[]>("--organisation") { Description = "Only what these raised / 기관" };
        var unanswered = new Option<int?>("--unanswered-days") { Description = "Tell of what has no reply after so many days (30) / 답변 없이 지난 날", HelpName = "N", CustomParser = r => CommonOptions.ParseNumber(r, 3650) };
        var verb = new Command("digest", "What the digest of a day says: what is new, what is due, which meetings come / 하루 소식") { date, topic, organisation, unanswered, send };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var to = parse.GetValue(send) is { } channel ? await DestinationAsync(channel, workplace, cancellationToken) : null;
            var day = parse.GetValue(date) ?? workplace.Today;
            if (day == DateOnly.MaxValue || day == DateOnly.MinValue) throw new WrongUseException($"There is no digest of {day:yyyy-MM-dd}: no calendar goes beyond that day. Name another with --date. / {day:yyyy-MM-dd}의 소식은 없습니다. --date에 다른 날짜를 쓰십시오.");
            var clearance = to is null ? workplace.Clearance : Platforms.Clearances(workplace.Settings).Of(to.Conversation);
            var request = DigestRequest.OfDay(day, workplace.Settings.TimeZone, clearance) with
            {
                Topics = [.. parse.GetValue(topic)!.Select(workplace.FindTopic)],
                Organisations = [.. parse.GetValue(organisation)!.Select(o => workplace.Organisations.Find(o, day)?.Name ?? o)],
                UnansweredDays = parse.GetValue(unanswered) ?? 30,
            };
            var spoken = common.Language(parse) ?? Language.Korean;
            var composed = await new DigestComposer(workplace.Archive).ComposeAsync(request, cancellationToken);
            var digest = await composed.PhrasedAsync(workplace.TopLines, spoken, null, cancellationToken);
            var text = new DigestText(spoken, workplace.Topics).Whole(digest);
            var output = common.Output(parse);
            if (output.Json) output.Write(DigestShape.Of(digest, text), ContractJson.Readable.DigestShape);
            else output.Line(text);
            if (to is not null && !await SendAsync(workplace, digest, spoken, to, common.Time, cancellationToken))
            {
                await output.Error.WriteLineAsync("It was queued for that channel before, and is not queued again. / 이미 그 채널로 보내도록 넣은 소식이어서 다시 넣지 않습니다.");
                return ExitCode.SomethingRefused;
            }

            return ExitCode.Done;
        });
        return verb;
    }

    private static async Task<Delivery> DestinationAsync(string channel, Workplace workplace, CancellationToken cancellationToken)
    {
        if (DigestSettings.Place(channel) is not { } place) throw new WrongUseException($"--send: '{channel}' is no channel. Name it as slack/C0123456789 or discord/112233445566. / --send: '{channel}'은(는) 채널이 아닙니다. slack/C0123456789 또는 discord/112233445566 꼴로 쓰십시오.");
        var token = place.Platform == "slack" ? "Slack:BotToken" : "Discord:Token";
        if (!workplace.Settings.IsSet(token)) throw new WrongUseException($"--send: {place.Platform} is not switched on. Set {token}. / --send: {place.Platform}이(가) 꺼져 있습니다. {token}을(를) 설정하십시오.");
        // A channel that subscribed is known better than by its name: who reads there decides what it may be told.
        var known = (await Stores.PeekOrdersAsync(workplace.Settings, workplace.Folder, workplace.Time, workplace.Time.GetUtcNow(), cancellationToken))?.Orders.FirstOrDefault(o => o.Id == Subscription.IdOf(place));
        return known?.To ?? new() { Conversation = place };
    }

    /// <summary>False when the same digest of the same day was queued for it before: a script may be run twice.</summary>
    private static async Task<bool> SendAsync(Workplace workplace, Digest digest, Language language, Delivery to, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var store = Stores.OpenChat(workplace.Settings, workplace.Folder, time);
        var platforms = ConnectionTrial.CreateUnconnected(workplace.Settings, time);
        try
        {
            var pieces = new OrderPieces(new ChatPlatforms(platforms), new EgressGate(workplace.Archive, Platforms.Clearances(workplace.Settings)));
            var bodies = await pieces.RenderAsync(new DigestReply(workplace.Topics, KoreanFont.Find(workplace.Settings)).Compose(digest, language), to, cancellationToken);
            var filters = string.Join(',', digest.Request.Topics.Concat(digest.Request.Organisations));
            return await store.QueueNewAsync(OrderPieces.Compose($"sent/{to.Conversation.Lane}/{digest.Request.Day:yyyy-MM-dd}/{filters}", to, bodies), cancellationToken);
        }
        finally
        {
            foreach (var platform in platforms.OfType<IDisposable>()) platform.Dispose();
        }
    }
}
