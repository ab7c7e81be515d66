namespace PolicyBot.Concerns.Korean;

/// <summary>What is said to reporters after the meeting is answered by nobody inside it.</summary>
internal static class Scenes
{
    private static readonly string[] Outside = ["기자들과 만나", "기자들과 만난", "기자와 만나", "기자와 만난", "취재진에", "취재진과", "기자들에게", "끝난 뒤", "끝난 직후", "마친 뒤", "마치고 나와", "종료 후", "통화에서", "인터뷰에서"];

    private static readonly string[] Inside = ["앞서 회의", "회의에서", "간담회에서", "토론회에서", "이날 회의", "회의 중"];

    public static void Enter(Carry carry, string sentence)
    {
        if (Outside.Any(o => sentence.Contains(o, StringComparison.Ordinal))) carry.Scene = 1;
        else if (Inside.Any(i => sentence.Contains(i, StringComparison.Ordinal))) carry.Scene = 0;
    }
}
