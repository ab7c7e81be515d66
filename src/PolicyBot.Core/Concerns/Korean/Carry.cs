namespace PolicyBot.Concerns.Korean;

/// <summary>Who goes on speaking when a sentence names nobody.</summary>
internal sealed class Carry
{
    private static readonly string[] Keeps = ["그러면서", "이어", "이어서", "또", "또한", "아울러", "이와", "더불어", "나아가", "덧붙여", "특히", "끝으로", "마지막으로", "그리고", "그는", "그도", "다만", "여기에"];

    private static readonly string[] Resets = ["한편", "앞서", "다음으로", "반면", "이와달리", "이와는", "그러자"];

    public Speaker? Last { get; private set; }

    /// <summary>The group of the sentence before, if that one told its asks.</summary>
    public Speaker? Group { get; private set; }

    /// <summary>0 inside the meeting, 1 for what was said to reporters afterwards.</summary>
    public int Scene { get; set; }

    public bool IsMarked { get; private set; }

    /// <summary>한편: what follows is other news.</summary>
    public bool IsAside { get; private set; }

    private Speaker? _told;

    public void Begin(IReadOnlyList<Word> words)
    {
        (Group, _told) = (_told, null);
        var head = words[0].Text;
        IsAside = head == "한편";
        IsMarked = Keeps.Contains(head) && !(words.Count > 1 && words[1].Text == "다른");
        if (!Resets.Contains(head)) return;
        Last = null;
        Group = null;
    }

    public void Hear(Speaker speaker)
    {
        if (speaker.Level > AttributionLevel.Unattributed || speaker.Names.Count > 0) Last = speaker;
        if (speaker.Level == AttributionLevel.Participants && speaker.Side != Side.Government) _told = speaker;
    }

    /// <summary>A new subject that said nothing yet.</summary>
    public void See(Speaker speaker) => Last = speaker;

    public void Forget() => (Last, Group, _told) = (null, null, null);
}
