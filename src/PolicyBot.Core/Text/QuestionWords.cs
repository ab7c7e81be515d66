using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>Words that ask rather than name what is asked for. Compared with stems, so endings need not be listed.</summary>
public static class QuestionWords
{
    private const string Korean = """
        누가 누구 누구인가 누구인가요 누구인지 누구의 무엇 무엇인가 무엇인가요 무엇인지 무엇이 무엇을 무엇으로 무슨 뭐 뭐가 뭐라고 뭐야 뭔가 어떤 어떻게 어떠한 어느 언제 언제인가 어디 어디인가 어디서 어디에 어디에서 어디로 왜 몇 얼마 얼마나 얼마인가 어째서
        있는가 있나 있나요 있는가요 있습니까 있을까 있을까요 없는가 없나 없나요 없습니까 인가 인가요 맞는가 맞나요 맞습니까 되나요 하나요 했나요 되었나요 했는가 하는가 일까요
        알려 알려줘 알려주세요 정리해 정리해줘 찾아줘 말해줘 대해 대해서 대하여 관한 관하여 관련 관련해 관련된 것은 것이 것인가 것인가요 것을 것 등
        """;

    private const string English = """
        who what which when where why how whom whose did do does done doing was were is are be been being am has have had having will would can could shall should may might must
        a an the of to in on at by for from with without about into over under after before between during through and or but nor not no if then than so as that this these those there their theirs them they it its he she his her him we our us you your i me my
        s t d m re ll ve please tell describe summarize summarise summary explain list give find according say said says think thought opinion discuss discussed discussion mention mentioned talk talked talking
        """;

    private static readonly FrozenSet<string> All = (Korean + English)
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
