namespace PolicyBot.Retrieval.Evaluation;

/// <summary>A fault in a file of labelled data; the message names file and line.</summary>
public sealed class LabelledDataException(string path, int line, string fault) : Exception($"{path}:{line}: {fault}");
