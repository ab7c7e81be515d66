namespace PolicyBot.Records.Reading;

/// <summary>A document that cannot become a record; the message is a sentence for the person who keeps the files.</summary>
internal sealed class UnreadableRecordException(string reason) : Exception(reason);
