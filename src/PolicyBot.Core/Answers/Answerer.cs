using PolicyBot.Records;
using PolicyBot.Text;

namespace PolicyBot.Answers;

/// <summary>Answers from the records' own words, phrased by a model where there is one.</summary>
/// <param name="prompted">Null without a model.</param>
public sealed class Answerer(ExtractiveAnswerer extractive, PromptedAnswerer? prompted)
{
    /// <param name="language">Null answers in the language of the question.</param>
    /// <param name="asker">Whose model budget it is on: the user first, then what many share.</param>
    public async Task<Answer> AnswerAsync(string question, Clearance clearance, Language? language, IReadOnlyList<string> asker, CancellationToken cancellationToken)
    {
        var answer = await extractive.AnswerAsync(question, clearance, language, cancellationToken);
        return prompted is null ? answer : await prompted.PhraseAsync(answer, clearance, asker, cancellationToken);
    }
}
