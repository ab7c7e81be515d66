namespace PolicyBot.Concerns.Korean;

/// <summary>What an organisation's name looks like when no catalogue knows it.</summary>
internal static class OrganisationShapes
{
    private static readonly string[] Endings =
    [
        .. SocietyShapes.Endings, "산업회", "공업회", "진흥회", "상공회", "협회", "연합회", "협의회", "상인회", "번영회", "부녀회", "청년회", "자치회", "학생회", "교수회", "의사회", "약사회", "변호사회", "학회", "조합", "노조", "노동조합", "연구원", "연구소", "대학교", "재단", "진흥원", "공사", "공단", "은행", "연맹", "연대", "총연합회", "중앙회",
        "상공회의소", "상의", "포럼", "얼라이언스", "클라우드", "로보틱스", "로보텍", "로봇", "헬스", "헬스케어", "소프트", "테크", "텔레콤", "바이오", "시스템즈", "시스템", "솔루션", "솔루션즈", "네트웍스",
        "네트워크", "그룹", "증권", "카드", "생명", "화재", "제약", "모빌리티", "에너지", "중공업", "건설", "자동차", "전자", "반도체", "단체", "기관", "센터", "총연맹", "경총", "랩", "랩스", "랩스코리아",
        "파워", "전력", "통신", "데이터", "미디어", "게임즈", "엔터", "엔터테인먼트", "커머스", "페이", "뱅크", "물산", "화학", "철강", "조선", "해운", "항공", "물류", "유통", "홀딩스", "코리아",
        "벤처스", "인베스트먼트", "파트너스", "컴퍼니", "인터내셔널", "인더스트리", "다이나믹스", "디스플레이", "머티리얼즈", "이노베이션", "병원", "의료원", "대병원", "정보원", "평가원", "인증원",
        "기술원", "기획평가원", "사업단", "추진단", "연합", "본부", "신문", "비전", "메디", "메디컬", "팜", "푸드", "엔지니어링", "모터스", "캐피탈", "자산운용", "손보", "테크놀로지", "웍스", "닷컴", "스튜디오", "픽처스", "협의체", "연구회", "전기", "기계", "자료원", "운수", "제지", "제과", "유업", "오토", "선박", "해양", "운송", "로보", "로지스", "로지스틱스", "익스프레스", "상선", "케미칼", "코스메틱", "인터랙티브", "제강", "AI", "에이아이", "IT", "아이티",
    ];

    private static readonly string[] Ministries = ["부", "처", "청", "위원회", "위", "국조실", "대통령실", "총리실", "정부", "당국", "행안부", "조정실", "비서실"];

    /// <summary>Words that look like a ministry and are none.</summary>
    private static readonly HashSet<string> NotMinistries = new(StringComparer.Ordinal)
    {
        "일부", "전부", "내부", "외부", "본부", "간부", "학부", "세부", "상부", "하부", "여부", "거부", "공부", "기부", "후반부", "전반부", "대부", "도입부", "피부", "정부부", "부", "심층부",
        "중심부", "남부", "북부", "동부", "서부", "중부", "요청", "신청", "청", "시청", "구청", "도청", "군청", "경청", "재청", "거래처", "출처", "대처", "조처", "처", "판매처", "수요처", "구매처", "접수처", "공급처",
        "연락처", "근처", "상처", "안식처", "고객처", "투자처", "사용처", "우위", "단위", "범위", "지위", "순위", "상위", "하위", "수위", "행위", "시위", "위", "주위", "품위", "권위", "전위",
        "최상위", "위원위", "차상위", "납품처", "발주처", "주거래처", "문의처", "매입처", "총부", "납부", "첨부", "승부", "할부", "명부", "잔여부", "집행부", "지도부", "수뇌부", "편집부", "사업부", "인사부",
        "영업부", "기획부", "개발부", "두뇌부", "후처", "수신처", "노사정위",
    };

    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "단체", "기관", "센터", "은행", "병원", "그룹", "카드", "증권", "자동차", "전자", "반도체", "시스템", "솔루션", "네트워크", "에너지", "건설", "로봇", "바이오", "헬스케어", "모빌리티", "데이터", "통신",
        "미디어", "클라우드", "AI", "IT", "공사", "조합", "연대", "연합", "유통", "물류", "항공", "해운", "조선", "철강", "화학", "제약", "전력", "해양", "선박", "화재", "생명", "공공기관", "민간기관", "연구기관",
        "금융기관", "인증기관", "시험기관", "전문기관", "의료기관", "데이터센터", "공공데이터", "의료데이터", "산업데이터", "원본데이터", "학습데이터", "빅데이터", "차량반도체", "시민단체", "유관기관", "관계기관",
        "소비자단체", "이익단체", "지방자치단체", "자치단체", "재생에너지", "신재생에너지", "파워", "교육기관", "행정기관", "정부기관", "심사기관", "평가기관", "대학병원", "종합병원", "생성형AI", "생성AI", "피지컬AI", "산업단지", "본부",
        "국가기관", "공기관", "시중은행", "인터넷전문은행", "지방은행", "심의기관", "이동통신", "정보통신", "방송통신", "전기자동차", "수소에너지", "신약바이오", "인공지능반도체", "AI반도체", "민간단체", "통합센터", "지원센터", "상담센터", "콜센터",
        "학습용데이터", "개인정보데이터", "국산AI", "초거대AI", "자율주행로봇", "서비스로봇", "협동로봇", "관리시스템", "통합시스템", "행정시스템", "온라인시스템", "기업은행데이터", "커머스", "비전", "신문", "게임", "대기업그룹", "전기", "기계", "심야전기", "산업용전기", "가정용전기", "일반기계", "공작기계", "건설기계", "농기계", "산업기계", "정밀기계", "의료기계", "섬유기계", "협의체", "연구회", "운수", "민관협의체", "실무협의체", "상설협의체", "상인회", "번영회", "부녀회", "청년회", "자치회", "학생회", "교수회", "의사회", "약사회", "변호사회", "스마트팜", "운송", "헬스", "팜", "푸드", "테크", "로보", "랩", "오토", "페이", "소프트",
    };

    /// <summary>Before the name of a trade these make a kind of thing, no firm: 스마트팜, 태양광에너지, 산업용로봇.</summary>
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "스마트", "전기", "수소", "태양광", "풍력", "공공", "민간", "산업", "산업용", "가정용", "의료", "의료용", "금융", "교육", "국내", "해외", "국산", "외산", "차세대", "자율주행", "모바일", "온라인", "오프라인", "클라우드", "디지털", "친환경", "신재생", "바이오", "인공지능",
        "로봇", "도시", "해상", "육상", "지역", "농업", "수산", "축산", "이동", "위성", "양자", "초거대", "생성형", "음성", "영상", "위치", "교통", "기상", "행정", "보건", "건강", "개인", "고객", "기업", "공장", "물류", "배달", "서비스", "협동", "돌봄", "국제", "국내외", "글로벌", "전통", "차량용", "시스템", "메모리", "전력", "원격", "소형",
        "대형", "중소", "대체", "청정", "화석", "핵", "무선", "유선", "초고속", "핀", "에드", "프롭", "에듀", "푸드", "딥", "빅", "오픈", "멀티", "가상", "증강", "사이버", "소셜", "뉴", "올드", "매스", "전자", "간편", "가맹", "복합", "종합", "통합", "공용", "전용", "사설", "화물", "여객", "항공", "철도", "도로", "특수", "일반", "위험물", "냉동", "프라이빗", "퍼블릭", "하이브리드", "엣지", "온디바이스",
    };

    /// <summary>Whether the bare word is a name of an organisation by its looks alone.</summary>
    public static bool Is(string word)
    {
        if (SocietyShapes.IsKind(word)) return false;
        if (IsLetterName(word) || IsGovernment(word) || IsBody(word) || IsUniversity(word) || IsLocal(word) || IsCongress(word)) return true;
        if (word.Length < 3 || Common.Contains(word) || Array.Find(Endings, e => word.Length > e.Length && word.EndsWith(e, StringComparison.Ordinal)) is not { } ending) return false;
        return IsSociety(ending) || !Kinds.Contains(word[..^ending.Length]);
    }

    /// <summary>Bodies are called after their trade (산업협회, 전력공사); a firm that is called only after two trades is a thing.</summary>
    private static bool IsSociety(string ending) => Array.IndexOf(Endings, ending) is var at && (at <= Array.IndexOf(Endings, "포럼") || ending is "진흥원" or "병원" or "의료원" or "정보원" or "평가원" or "인증원" or "기술원" or "기획평가원" or "사업단" or "추진단" or "연합" or "본부" or "신문" or "연구회" or "협의체" or "자료원" or "은행" or "그룹");

    private static readonly string[] PublicEndings = ["진흥원", "공사", "공단", "시", "구청", "시청", "군청", "도청", "교육청", "관리원", "안전원", "품질원", "기술원", "평가원"];

    /// <summary>Bodies of the state that are no ministry: when they answer, it is an answer.</summary>
    public static bool IsPublic(string word) => word is "KISA" or "NIPA" or "NIA" or "KETI" or "KEPCO" or "한전" or "KOTRA" or "코트라" or "KTL" or "KTC" or "KTR" || (!SocietyShapes.IsKind(word) && Array.Exists(PublicEndings, e => word.Length > e.Length + 1 && word.EndsWith(e, StringComparison.Ordinal)));

    public static bool IsCommon(string word) => Common.Contains(word);

    public static bool IsGovernment(string word) =>
        !NotMinistries.Contains(word) && !IsTownHall(word) && (word is "정부" or "당국" or "위원회" or "금융당국" or "감독당국" or "규제당국" or "국회" or "새정부" or "관계부처" or "소관부처" or "주무부처" or "부처"
            || (word.Length >= 3 && !IsBody(word) && Array.Exists(Ministries, m => word.Length > m.Length && word.EndsWith(m, StringComparison.Ordinal) && (m.Length > 1 || LooksNamed(word)))));

    /// <summary>협회, 노조, 대학: a body that speaks for its members, even as "위원회" of a private kind.</summary>
    private static bool IsBody(string word) =>
        word is "협회" or "학회" or "조합" or "노조" or "연합회" or "협의회" or "재단" or "중앙회" || IsCause(word)
        || SocietyShapes.Bare.Contains(word)
        || word.EndsWith("노동위원회", StringComparison.Ordinal) is var labour && labour && !word.StartsWith('중');

    /// <summary>한국작가회의, 전국교수회의: a body of the whole country that is called a meeting.</summary>
    private static bool IsCongress(string word) => word.Length > 5 && word.EndsWith("회의", StringComparison.Ordinal) && (word.StartsWith("한국", StringComparison.Ordinal) || word.StartsWith("대한", StringComparison.Ordinal) || word.StartsWith("전국", StringComparison.Ordinal));

    /// <summary>피해자대책위, 상인비상대책위원회: a committee of those concerned, and no authority.</summary>
    private static bool IsCause(string word) => word.Length > 4 && Array.Exists(Causes, c => word.EndsWith(c, StringComparison.Ordinal));

    private static readonly string[] Causes = ["대책위", "대책위원회", "비대위", "범대위", "공대위", "투쟁위", "투쟁위원회"];

    private static bool IsUniversity(string word) => word.Length is 3 or 4 or 5 && word.EndsWith('대') && !NotUniversities.Contains(word);

    /// <summary>○○시, ○○도, ○○군, ○○구: the provinces and the metropolitan cities; other towns only with 시청, 도청 …</summary>
    private static bool IsLocal(string word) => Places.Contains(word) || (word.Length >= 4 && (word.EndsWith("시청", StringComparison.Ordinal) || word.EndsWith("도청", StringComparison.Ordinal) || word.EndsWith("군청", StringComparison.Ordinal) || word.EndsWith("구청", StringComparison.Ordinal)));

    private static bool IsTownHall(string word) => word.EndsWith("시청", StringComparison.Ordinal) || word.EndsWith("도청", StringComparison.Ordinal) || word.EndsWith("군청", StringComparison.Ordinal) || word.EndsWith("구청", StringComparison.Ordinal) || word.EndsWith("교육청", StringComparison.Ordinal);

    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "서울시", "부산시", "대구시", "인천시", "광주시", "대전시", "울산시", "세종시", "경기도", "강원도", "충북도", "충남도", "전북도", "전남도", "경북도", "경남도", "제주도", "지자체", "A시", "B시", "C시", "A도", "B도", "A군", "B군", "A구", "B구",
    };

    private static readonly HashSet<string> NotUniversities = new(StringComparer.Ordinal)
    {
        "확대", "최대", "세대", "시대", "기대", "반대", "초대", "절대", "임대", "상대", "환대", "연대", "무대", "침대", "증대", "청년세대", "미래세대", "가격대", "시간대", "심야시간대", "주파수대", "공대", "의대", "신세대", "기성세대", "차세대",
    };

    /// <summary>금융위, 기후부, 특허청: a ministry's short form has its own word before the ending.</summary>
    private static bool LooksNamed(string word) => word[^1] is '부' or '청' or '처' or '위' && !word.EndsWith("사업부", StringComparison.Ordinal) && !word.EndsWith("간부", StringComparison.Ordinal) && !word.EndsWith("여부", StringComparison.Ordinal) && !word.EndsWith("범위", StringComparison.Ordinal) && !word.EndsWith("행위", StringComparison.Ordinal) && !word.EndsWith("요청", StringComparison.Ordinal) && !word.EndsWith("신청", StringComparison.Ordinal) && !word.EndsWith("일부", StringComparison.Ordinal) && !word.EndsWith("내부", StringComparison.Ordinal) && !word.EndsWith("본부", StringComparison.Ordinal) && !word.EndsWith("납부", StringComparison.Ordinal) && !word.EndsWith("래처", StringComparison.Ordinal) && !word.EndsWith("요처", StringComparison.Ordinal) && !word.EndsWith("단위", StringComparison.Ordinal) && !word.EndsWith("지위", StringComparison.Ordinal) && !word.EndsWith("순위", StringComparison.Ordinal);

    /// <summary>A사, B협회, 가사: a letter stands for a name that the record withholds.</summary>
    private static bool IsLetterName(string word) =>
        word.Length >= 2 && char.IsAsciiLetterUpper(word[0])
        && word[1..] is "사" or "협회" or "단체" or "기관" or "연구원" or "연구소" or "대" or "대학" or "대학교" or "은행" or "병원" or "노조" or "공사" or "공단" or "재단" or "조합" or "수협" or "농협" or "축협" or "신협" or "생협" or "연합회" or "학회" or "기업" or "업체" or "협의체" or "연구회" or "플랫폼" or "부" or "청" or "센터" or "그룹" or "진흥원" or "포럼" or "회사";
}
