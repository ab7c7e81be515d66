using PolicyBot.Records;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

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
        return Mask(prompted is null ? answer : await prompted.PhraseAsync(answer, clearance, asker, interim is null ? null : soFar => interim(Mask(soFar)), cancellationToken));
    }

    /// <summary>Whatever way an answer takes from here, the numbers and addresses of people stay behind; the quotes keep their places.</summary>
    private static Answer Mask(Answer answer) => answer with
    {
        Text = PersonalData.Mask(answer.Text),
        Parts = [.. answer.Parts.Select(p => p with { Lines = [.. p.Lines.Select(PersonalData.Mask)] })],
        Points = [.. answer.Points.Select(p => p with { Text = PersonalData.Mask(p.Text) })],
        Citations = [.. answer.Citations.Select(c => c with { Title = PersonalData.Mask(c.Title), Quote = PersonalData.Mask(c.Quote) })],
    };
}
