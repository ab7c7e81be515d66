using Lucene.Net.Index;

namespace PolicyBot.Retrieval;

/// <summary>A term of one field as the index knows it: in which parts of the index it stands, and what one mention is worth.</summary>
/// <param name="States">For each part of the index where the term stands; null where it does not.</param>
/// <param name="Passages">In how many passages it stands.</param>
/// <param name="Rarity">BM25's inverse document frequency.</param>
/// <param name="Weight">The most that the term can add to a passage's score.</param>
internal sealed record ScoredTerm(string Field, string Text, TermState?[] States, int Passages, float Rarity, float Weight);
