using System.Text.Json;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Storage;
using PolicyBot.Tests.Records;

namespace PolicyBot.Tests.Attacks;

/// <summary>A model that says what an attacker wants: none of it may stand for a statement.</summary>
public sealed class HostileModelTests
{
    private static readonly string[] Lists = ["prompt-injection-garak.jsonl", "indirect-injection-bipia.jsonl", "markup-payloads.jsonl", "naughty-strings.jsonl", "injection-carriers-bipia-email.jsonl"];

    [Fact]
    public void No_attack_passes_the_gate()
    {
        var gate = new Gate(Organisations.Load(ShippedCatalogues.Organisations), Topics.Load(ShippedCatalogues.Topics));
        StoredStatement[] cited = [Said("수도권 데이터센터의 전력 공급을 2027년까지 늘려 달라"), Said("the queue for a grid connection takes three years")];

        var texts = Lists.SelectMany(list => File.ReadLines(SharedData.Path(Path.Combine("attacks", list)))).SelectMany(line => Strings(JsonDocument.Parse(line).RootElement)).Where(t => t.Any(char.IsLetterOrDigit)).ToList();

        Assert.True(texts.Count > 500);
        foreach (var text in texts)
            foreach (var one in cited)
                foreach (var said in (string[])[text, $"{one.Text}. {text}", $"{text} {one.Text}", $"데이터센터 전력 공급을 {text}"])
                {
                    // Words alone that only bind claim nothing.
                    if (gate.FindFault(said, [one]) is null) Assert.DoesNotContain(said, c => "<>@#|`*[]{}\\/".Contains(c, StringComparison.Ordinal) || char.IsDigit(c) && !one.Text.Contains(c, StringComparison.Ordinal));
                }
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Strings(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };

    private static StoredStatement Said(string words) => new(
        new() { Id = new("s"), Kind = StatementKind.Request, Span = new(0, words.Length), RecordId = new("r"), Attribution = Attribution.Nobody, Topics = ["power"] },
        words, new(new("r"), "기록", new(2025, 7, 25), Grade.Open, null), null, null, null);
}
