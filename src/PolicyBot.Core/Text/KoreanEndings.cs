using System.Collections.Frozen;

namespace PolicyBot.Text;

/// <summary>The particles and endings that <see cref="KoreanStems"/> takes off, grouped as grammars group them.</summary>
internal static class KoreanEndings
{
    /// <summary>조사, also doubled ones.</summary>
    private const string Particles = """
        은 는 이 가 을 를 의 에 와 과 도 만 로 으로 께 나 이나 랑 이랑 야 요 든 이든 든지 이든지
        에서 에게 에게서 한테 한테서 께서 께서는 께서도 에는 에도 에만 에의 에서는 에서도 에서의 에서만 에서부터 에게는 에게도 에게만
        로서 로써 으로서 으로써 로부터 으로부터 로는 로도 로의 로만 으로는 으로도 으로의 으로만 로서는 으로서는 로서의 으로서의 로서도 으로서도
        부터 부터는 부터의 까지 까지는 까지도 까지의 까지만 까지가 처럼 만큼 만큼은 보다 보다는 보다도 마다 조차 조차도 마저 마저도 밖에 밖에는 뿐 뿐만 뿐이다
        와는 과는 와의 과의 와도 과도 만을 만은 만이 만의 만으로 만으로는 만도 커녕 대로 같이 따라
        라는 이라는 라고 이라고 라며 이라며 라도 이라도 라면 이라면 란 이란 라서 이라서 이라 이자 이며 이고 이지만 이므로 이어서 이었다 였다 이었던 였던
        이었고 였고 이었으며 였으며 이었으나 였으나 이었지만 였지만 이다 입니다 인 인데 인가 인가요 입니까 일까 일까요 이었나 였나 이었나요 였나요 이었는가 였는가 이었습니까 였습니까 이었을까 였을까 이니 이야 이에요 예요 이죠 인지 이던 임
        들 들이 들은 들을 들의 들에 들도 들과 들만 들로 들에게 들에게는 들에서 들이나 들이다 들까지 들부터 들처럼 들께서 들께 들간 들간의
        """;

    /// <summary>What follows the stem of 하다.</summary>
    private const string HaEndings = """
        하다 한다 했다 하였다 하는 한 할 해 하여 해서 하여서 하고 하며 하면 하면서 하면서도 하지 하지는 하지도 하지만 하게 하도록 하기 하기가 하기는 하기도 하기를 하기로 하기에 하기에는 하기위해 함 함은 함이 함을 함에 함에도 함으로 함으로써 함께
        했고 했으며 했던 했는데 했지만 했을 했으나 했으면 했는지 했는가 했나 했나요 했습니까 했습니다 했을까 했어요 했더니 했다고 했다는 했다가 했다면 했기 했기에 했음 했었다 했었던
        하였고 하였으며 하였던 하였는데 하였지만 하였을 하였으나 하였는가 하였는지 하였나 하였나요 하였습니까 하였습니다 하였다고 하였다는 하였다가 하였기 하였음
        하자 하자고 하자는 하자마자 하려 하려고 하려는 하려면 하려다 하려다가 하러 해야 해야만 해야한다 해야하는 해야할 해도 해요 해라 해주 해준 해줄 해주세요 해주십시오 해주시고 해주시기 해주시길 해주는 해줘 해달라 해달라고 해달라는
        하는가 하는지 하는데 하는가요 하는지요 하나 하나요 한가 한가요 한지 한데 한다고 한다는 한다면 한다며 할까 할까요 할지 할수 할때 할 합니다 합니까 합니다만 하십시오 하세요 하시오 하시는 하신 하실 하셨다 하시고 하시기 하시길
        하겠다 하겠습니다 하겠다고 하겠다는 하라 하라고 하라는 하냐 하냐고 하느냐 하느냐고 하네 하네요 하니 하니까 하므로 하던 하던데 하더라도 하거나 하든 하든지 하되 하고자 하고서 하고도 하고는 하고있는 하고있다 하여도 하여야 하여금 하여라 하길 하긴
        """;

    /// <summary>What follows the stem of 되다.</summary>
    private const string DoeEndings = """
        되다 된다 됐다 되었다 되는 된 될 돼 되어 돼서 되어서 되고 되며 되면 되면서 되지 되지는 되지도 되지만 되게 되도록 되기 되기가 되기는 되기도 되기를 되기로 되기에 됨 됨을 됨에 됨으로 됨으로써
        됐고 됐으며 됐던 됐는데 됐지만 됐을 됐으나 됐는지 됐는가 됐나 됐나요 됐습니까 됐습니다 됐다고 됐다는 됐다가 됐음
        되었고 되었으며 되었던 되었는데 되었지만 되었을 되었으나 되었는가 되었는지 되었나 되었나요 되었습니까 되었습니다 되었다고 되었다는 되었다가 되었기 되었음
        되자 되려 되려고 되려면 돼야 되어야 되어야한다 돼도 되어도 되어야할 되는가 되는지 되는데 되나 되나요 된지 된데 된다고 된다는 된다면 된다며 될까 될까요 될지 됩니다 됩니까 되겠다 되겠습니다 되라 되느냐 되니 되니까 되므로 되던 되더라도 되거나 되든 되든지 되신 되시는 되길 되어있는 되어있다 되어있던
        """;

    /// <summary>Endings of all other verbs and adjectives, and of the copula's polite forms.</summary>
    private const string Endings = """
        다 고 며 면 면서 지 지만 게 도록 기 기가 기는 기도 기를 기로 기에 는다 는다고 는다는 는다면 는가 는가요 는지 는데 는데도 는가를 나요 나 니 니까 니다
        습니다 습니까 ㅂ니다 었다 았다 었고 았고 었으며 았으며 었던 았던 었는데 았는데 었지만 았지만 었을 았을 었으나 았으나 었는가 았는가 었나 았나 었나요 았나요 었는지 았는지 었습니다 았습니다 었습니까 았습니까 었다고 았다고 었다는 았다는 었기 았기 었음 았음
        으며 으면 으면서 으로 으나 으니 으니까 으므로 으려 으려고 으려는 으러 을까 을까요 을지 을 은 은가 은가요 은지 은데 음 음을 음이 음은
        어 아 어서 아서 어야 아야 어도 아도 어요 아요 어라 아라 어야만 아야만 어지는 아지는 어진 아진 어질 아질 어졌다 아졌다
        자 자고 자는 자마자 려 려고 려는 려면 러 거나 든 든지 던 던지 더라도 더니 듯 듯이 되 냐 느냐 느냐고 네 네요 세요 십시오 시오 시는 신 실 셨다 죠 지요 겠다 겠습니다 겠다고 겠다는 겠지만 겠는가
        """;

    public static FrozenSet<string> AfterNouns { get; } = Set(Particles, HaEndings, DoeEndings);

    public static FrozenSet<string> AfterVerbs { get; } = Set(Endings);

    public static FrozenSet<string> ParticlesOnly { get; } = Set(Particles);

    public static int Longest { get; } = AfterNouns.Concat(AfterVerbs).Max(e => e.Length);

    private static FrozenSet<string> Set(params string[] lists) =>
        lists.SelectMany(l => l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
}
