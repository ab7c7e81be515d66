using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyBot.Answers.Grounding;
using PolicyBot.Concerns;
using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Lets a model read records a second time, passage by passage. What it cannot read, or may not see, is left to the rules.</summary>
/// <param name="clearance">What the model's endpoint may see.</param>
public sealed class PromptedProposer(ILanguageModel model, Clearance clearance) : IProposer
{
    private const int Passage = 3000;
    private const int MostPassages = 20;

    /// <summary>Records of which nothing was proposed because the model did not answer, with its reason: an import says so at its end.</summary>
    public IReadOnlyList<(RecordId Record, string Reason)> Unread => _unread;

    private readonly List<(RecordId Record, string Reason)> _unread = [];

    public async Task<IReadOnlyList<ProposedStatement>> ProposeAsync(Record record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (!clearance.Allows(record.Grade, record.Group)) return [];
        List<ProposedStatement> proposed = [];
        try
        {
            foreach (var passage in Passages(record).Take(MostPassages))
            {
                var inputs = new Dictionary<string, object> { ["title"] = record.Title, ["language"] = record.Language.Code(), ["passage"] = passage };
                proposed.AddRange(Read(await model.CompleteAsync("concerns", inputs, new([], null), null, cancellationToken)));
            }
        }
        catch (ModelUnavailableException fault)
        {
            _unread.Add((record.Id, fault.Message));
        }

        return proposed;
    }

    /// <summary>Whole paragraphs and turns together, as many as a prompt takes.</summary>
    private static IEnumerable<string> Passages(Record record)
    {
        var (start, end) = (-1, 0);
        foreach (var part in record.Parts.Where(p => p.Kind is TextPartKind.Body or TextPartKind.Turn))
        {
            if (start >= 0 && part.Span.End - start > Passage)
            {
                yield return record.Text[start..end];
                start = -1;
            }

            if (start < 0) start = part.Speaker?.Start ?? part.Span.Start;
            end = part.Span.End;
        }

        if (start >= 0) yield return record.Text[start..end];
    }

    private static IEnumerable<ProposedStatement> Read(string reply)
    {
        try
        {
            return JsonSerializer.Deserialize(ModelJson.Of(reply), ProposalJson.Default.Proposals)?.Statements?.Where(s => s is { Quote: not null, Speaker: not null } && Enum.IsDefined(s.Kind) && Enum.IsDefined(s.Level)) ?? [];
        }
        catch (JsonException)
        {
            throw new ModelUnavailableException("its reply is not what was asked for");
        }
    }
}

internal sealed record Proposals(IReadOnlyList<ProposedStatement>? Statements);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Proposals))]
internal sealed partial class ProposalJson : JsonSerializerContext;
