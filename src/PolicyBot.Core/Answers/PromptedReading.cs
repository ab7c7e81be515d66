using System.Text.Json;
using PolicyBot.Answers.Grounding;

namespace PolicyBot.Answers;

/// <summary>Lets a model read a follow-up into a question that stands alone. Its reading counts only when nothing in it is its own.</summary>
public sealed class PromptedReading(ILanguageModel model, QuestionReader reader)
{
    /// <summary>Null when the rules' reading stands.</summary>
    public async Task<string?> ReadAsync(string words, SelfContained ruled, ThreadContext context, DateOnly today, Asker asker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ruled);
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var inputs = new Dictionary<string, object>
            {
                ["question"] = words,
                ["language"] = Text.Languages.Code(Text.Languages.Detect(words)),
                ["earlier"] = context.Earlier.Select(asked => new Dictionary<string, object> { ["asked"] = asked }).ToList(),
            };
            var reply = await model.CompleteAsync("read-question", inputs, asker with { IsPrelude = true }, null, cancellationToken);
            var question = JsonSerializer.Deserialize(ModelJson.Of(reply), PhrasedJson.Default.ReadQuestion)?.Question is { } read ? QuestionText.Clean(read) : null;
            // A question that is said to stand alone may still lean on its thread: the rules know that better.
            return question is null || question == words || question == ruled.Text || new ReadingCheck(reader, words, context, today).FindFault(question) is not null ? null : question;
        }
        catch (Exception fault) when (fault is ModelUnavailableException or JsonException)
        {
            return null;
        }
    }
}
