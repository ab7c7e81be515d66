using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyBot.Text;
using PolicyBot.Text.Personal;

namespace PolicyBot;

/// <summary>Where a verb writes: for a reader, or one JSON document and nothing else.</summary>
/// <param name="Language">Of what a reader sees; quotations and JSON do not follow it.</param>
internal sealed record Output(TextWriter Out, TextWriter Error, bool Json, Language Language)
{
    public string Pick(string korean, string english) => Language == Language.Korean ? korean : english;

    public void Write<T>(T shape, JsonTypeInfo<T> type) => Out.WriteLine(JsonSerializer.Serialize(shape, type));

    /// <summary>For people: without the numbers and addresses of others.</summary>
    public void Line(string text = "") => Out.WriteLine(PersonalData.Mask(text));
}

/// <summary>What a verb's end means to a script.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomethingRefused = 1;
    public const int WrongUse = 2;
    public const int WrongSettings = 3;
    public const int OurFault = 4;

    /// <summary>Every chat platform refused for good.</summary>
    public const int NoPlatform = 5;
}

/// <summary>The verb was called with something it cannot work with; the message says what to do.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
