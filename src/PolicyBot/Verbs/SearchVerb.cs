using System.CommandLine;
using PolicyBot.Contract;

namespace PolicyBot.Verbs;

internal static class SearchVerb
{
    public static Command Create(CommonOptions common)
    {
        var query = new Argument<string[]>("QUERY") { Arity = ArgumentArity.OneOrMore, Description = "Words to look for / 찾을 말" };
        var top = new Option<int>("--top") { Description = "How many passages / 결과 수", DefaultValueFactory = _ => 10, CustomParser = r => CommonOptions.ParseNumber(r, 1000) };
        var verb = new Command("search", "Passages only, without an answer / 대목만 찾기") { query, top };
        verb.SetAction(async (parse, cancellationToken) =>
        {
            await using var workplace = common.Open(parse);
            var output = common.Output(parse);
            var retriever = await workplace.OpenRetrieverAsync(new IndexLine(output), cancellationToken);
            var found = await retriever.FindPassagesAsync(new() { Text = string.Join(' ', parse.GetValue(query)!), Top = parse.GetValue(top), Clearance = workplace.Clearance }, cancellationToken);
            var shape = new PassagesShape([.. found.Select(f => new PassageShape(f.Passage.RecordId.Value, f.Passage.Id.Value, f.Score, f.Passage.Span.Start, f.Passage.Span.End, f.Passage.Text))]);
            if (output.Json) output.Write(shape, ContractJson.Readable.PassagesShape);
            else
            {
                foreach (var passage in shape.Passages) output.Line($"{passage.Score:0.00}  {passage.RecordId}  {passage.Text.ReplaceLineEndings(" ")}");
                if (shape.Passages.Count == 0) output.Line("Nothing was found. / 찾지 못했습니다.");
            }

            return ExitCode.Done;
        });
        return verb;
    }
}
