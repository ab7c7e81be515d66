using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Answers from the records' own words, phrased by a model where there is one.</summary>
/// <param name="prompted">Null without a model.</param>
public sealed class Answerer(ExtractiveAnswerer extractive, PromptedAnswerer? prompted)
{
    /// <param name="language">Null answers in the language of the question.</param>
    /// <param name="interim">Told the answer as far as a model has phrased it; every sentence in it stands.</param>
    public async Task<Answer> AnswerAsync(string question, Clearance clearance, Language? language, Asker asker, Action<Answer>? interim, CancellationToken cancellationToken)
    {
        var answer = await extractive.AnswerAsync(question, clearance, language, cancellationToken);
        return prompted is null ? answer : await prompted.PhraseAsync(answer, clearance, asker, interim, cancellationToken);
    }
}
