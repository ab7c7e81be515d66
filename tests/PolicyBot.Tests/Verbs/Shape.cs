using System.Text.Json;

namespace PolicyBot.Tests.Verbs;

/// <summary>The shapes of the contract: <c>name</c> always there, <c>name?</c> sometimes, nothing else.</summary>
internal static class Shape
{
    public const string Meeting = "id title date time? timeZone place? hosts participants status series? recordIds unconfirmed?";
    public const string Party = "person? role? organisation?";
    public const string Statement = "id kind text start end recordId meetingId? attribution topics strength? due? repliesTo";
    public const string Attribution = "level names present";
    public const string Answer = "id? question status language text points citations searched by tookMs";
    public const string Point = "text attribution meetingId? date? citations kind? strength?";
    public const string Citation = "n recordId title date start end quote url?";

    public static void Fits(string shape, JsonElement element)
    {
        var names = element.EnumerateObject().Select(p => p.Name).ToList();
        var known = shape.Split(' ');
        Assert.Empty(known.Where(n => !n.EndsWith('?')).Except(names));
        Assert.Empty(names.Except(known.Select(n => n.TrimEnd('?'))));
    }

    public static void FitsEach(string shape, JsonElement array)
    {
        foreach (var element in array.EnumerateArray()) Fits(shape, element);
    }

    public static void FitsMeetings(JsonElement meetings)
    {
        FitsEach(Meeting, meetings);
        foreach (var meeting in meetings.EnumerateArray())
        {
            FitsEach(Party, meeting.GetProperty("hosts"));
            FitsEach(Party, meeting.GetProperty("participants"));
            Assert.Contains(meeting.Text("status"), (string[])["held", "upcoming", "cancelled"]);
        }
    }

    public static void FitsStatement(JsonElement statement)
    {
        Fits(Attribution, statement.GetProperty("attribution"));
        Assert.Contains(statement.GetProperty("attribution").Text("level"), (string[])["person", "organisation", "participants", "unattributed"]);
        Assert.Contains(statement.Text("kind"), (string[])["concern", "request", "position", "reply", "commitment"]);
        if (statement.TryGetProperty("due", out var due)) Fits("text by", due);
    }

    public static void FitsStatements(JsonElement statements)
    {
        FitsEach(Statement, statements);
        foreach (var statement in statements.EnumerateArray()) FitsStatement(statement);
    }

    public static void FitsAnswer(JsonElement answer)
    {
        Fits(Answer, answer);
        Fits("records from to", answer.GetProperty("searched"));
        FitsEach(Point, answer.GetProperty("points"));
        FitsEach(Citation, answer.GetProperty("citations"));
        foreach (var point in answer.GetProperty("points").EnumerateArray()) Fits(Attribution, point.GetProperty("attribution"));
        Assert.Contains(answer.Text("status"), (string[])["answered", "not_found", "refused"]);
        Assert.Contains(answer.Text("by"), (string[])["extractive", "model"]);
    }

    public static string? Text(this JsonElement element, string name) => element.GetProperty(name).GetString();

    public static string[] Texts(this JsonElement element, string array, string name) => [.. element.GetProperty(array).EnumerateArray().Select(e => e.Text(name)!)];
}
