namespace PolicyBot.Text;

/// <summary>Marks that begin an item of a list or a turn in Korean papers.</summary>
public static class ListMarks
{
    private const string Marks = "□■○◯●◎ㅇ◦▲△▷▶▸◇◆※⇒→➡-–—·•∙▪*";

    public static bool Is(char c) => Marks.Contains(c, StringComparison.Ordinal);
}
