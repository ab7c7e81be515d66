using System.CommandLine;
using PolicyBot.Storage;

namespace PolicyBot.Verbs;

/// <summary>Decisions on statements from the command line; whoever may start it is a curator.</summary>
internal static class ReviewVerb
{
    public static Command Create(CommonOptions common)
    {
        var statement = new Argument<string>("STATEMENT") { Description = "Id of a statement, as concerns --json and record --json show it / 발언 번호" };
        var decision = new Argument<string>("DECISION") { Description = "person, organisation, participants, unattributed or withdraw / 결정" };
        var name = new Option<string?>("--name") { Description = "Who said it, as the record writes the name; several with ; / 기록에 적힌 이름" };
        var reason = new Option<string?>("--reason") { Description = "Kept in the history / 이력에 남길 이유" };
        var record = new Argument<string>("ID") { Description = "Record / 기록" };
        var decide = new Command("decide", "Correct the speaker of a statement, or withdraw it / 발언자를 고치거나 발언을 거둠") { statement, decision, name, reason };
        var history = new Command("history", "What was decided on a record's statements / 기록의 정정 이력") { record };
        decide.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            if (!Correction.TryRead(parse.GetValue(decision), parse.GetValue(name), out var attribution)) throw new WrongUseException($"'{parse.GetValue(decision)}' is none of person, organisation, participants, unattributed, withdraw. Write one of them. / '{parse.GetValue(decision)}' 결정은 없습니다. person, organisation, participants, unattributed, withdraw 가운데 하나를 쓰십시오.");
            if (await workplace.Archive.CorrectAsync(new(parse.GetValue(statement)!), attribution, "console", parse.GetValue(reason), workplace.Clearance, cancellationToken) is { } refusal)
            {
                await common.Output(parse).Error.WriteLineAsync(refusal);
                return ExitCode.SomethingRefused;
            }

            await workplace.OpenIndexAsync(null, cancellationToken);
            return ExitCode.Done;
        });
        history.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var output = common.Output(parse);
            foreach (var made in await workplace.Archive.ListCorrectionsAsync(new(parse.GetValue(record)!), workplace.Clearance, cancellationToken))
                output.Line($"{made.At:yyyy-MM-dd HH:mm} {made.By}: “{made.Words.ReplaceLineEndings(" ")}” {made.Was.Level} {string.Join("; ", made.Was.Names)} → {(made.Attribution is { } now ? $"{now.Level} {string.Join("; ", now.Names)}" : "withdrawn")} {made.Reason}");
            return ExitCode.Done;
        });
        return new("review", "Decisions on statements that were understood wrong / 잘못 읽힌 발언의 정정") { decide, history };
    }
}
