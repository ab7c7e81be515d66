using System.CommandLine;
using System.Text.Json;
using PolicyBot.Answers;
using PolicyBot.Contract;

namespace PolicyBot.Verbs;

internal static class AskVerb
{
    public static Command Create(CommonOptions common)
    {
        var question = new Argument<string[]>("QUESTION") { Arity = ArgumentArity.ZeroOrMore, Description = "The question, in Korean or English / 질문" };
        var batch = new Option<string?>("--batch") { Description = "One question a line: {\"id\", \"question\"} / 질문 파일", HelpName = "FILE.jsonl" };
        var verb = new Command("ask", "Answer a question from the records, with the exact words / 기록에서 답하기") { question, batch };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            var words = string.Join(' ', parse.GetValue(question) ?? []);
            var file = parse.GetValue(batch);
            if ((file is null) == (words.Length == 0)) throw new WrongUseException("Give one question, or --batch FILE.jsonl. / 질문 하나나 --batch 파일.jsonl을 주십시오.");
            if (file is not null && !File.Exists(file)) throw new WrongUseException($"{file}: there is no such file. Check the path. / 그런 파일이 없습니다. 경로를 확인하십시오.");
            await using var workplace = common.Open(parse);
            await using var trail = new ConsoleTrail(workplace, common.Time);
            var output = common.Output(parse);
            var answerer = await workplace.OpenAnswererAsync(new IndexLine(output), cancellationToken);
            return file is null
                ? await AnswerOneAsync(answerer, workplace, trail, words, output, cancellationToken)
                : await AnswerBatchAsync(answerer, workplace, trail, file, output, cancellationToken);
        });
        return verb;
    }

    private static async Task<int> AnswerOneAsync(Answerer answerer, Workplace workplace, ConsoleTrail trail, string question, Output output, CancellationToken cancellationToken)
    {
        var answer = await answerer.AnswerAsync(question, workplace.Clearance, null, workplace.Console, null, cancellationToken);
        await trail.NoteAsync("ask", answer, cancellationToken);
        if (output.Json) output.Write(AnswerShape.Of(answer, null), ContractJson.Readable.AnswerShape);
        else AnswerText.Write(answer, output.Out);
        return answer.Status == AnswerStatus.Refused ? ExitCode.WrongUse : ExitCode.Done;
    }

    private static async Task<int> AnswerBatchAsync(Answerer answerer, Workplace workplace, ConsoleTrail trail, string file, Output output, CancellationToken cancellationToken)
    {
        var (number, missed) = (0, false);
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Parse(line) is not { Question: { } question } asked)
            {
                await output.Error.WriteLineAsync($"{file}:{number}: not a question; a line looks like {{\"id\": \"1\", \"question\": \"…\"}}. / 질문이 아닙니다. 한 줄은 {{\"id\": \"1\", \"question\": \"…\"}} 꼴입니다.");
                missed = true;
                continue;
            }

            var answer = await answerer.AnswerAsync(question, workplace.Clearance, null, workplace.Console, null, cancellationToken);
            await trail.NoteAsync("ask", answer, cancellationToken);
            missed |= answer.Status != AnswerStatus.Answered;
            if (output.Json) output.Write(AnswerShape.Of(answer, asked.Id), ContractJson.Readable.AnswerShape);
            else
            {
                output.Line($"{asked.Id?.ToString() ?? number.ToString(System.Globalization.CultureInfo.InvariantCulture)}. {question}");
                AnswerText.Write(answer, output.Out);
                output.Line();
            }
        }

        return missed ? ExitCode.SomethingRefused : ExitCode.Done;
    }

    private static QuestionLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ContractJson.Default.QuestionLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
