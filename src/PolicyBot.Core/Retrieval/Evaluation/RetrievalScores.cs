namespace PolicyBot.Retrieval.Evaluation;

/// <summary>How well and how fast labelled questions found their passages. Seconds and milliseconds by the wall clock, memory as the process's peak.</summary>
public sealed record RetrievalScores(
    int Queries,
    double RecallAt1,
    double RecallAt5,
    double RecallAt10,
    double MrrAt10,
    double NdcgAt10,
    double IndexSeconds,
    double P50Ms,
    double P95Ms,
    double PeakMb);
