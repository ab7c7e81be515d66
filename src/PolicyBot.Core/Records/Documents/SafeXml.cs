using System.Xml;

namespace PolicyBot.Records.Documents;

/// <summary>The one place that makes XML readers: no document type, nothing loaded, nothing endless.</summary>
internal static class SafeXml
{
    private const int MaxCharacters = 256 * 1024 * 1024;

    public static XmlReader Open(Stream stream) => XmlReader.Create(stream, Settings());

    public static XmlReader Open(TextReader text) => XmlReader.Create(text, Settings());

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };
}
