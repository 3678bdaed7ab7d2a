using FsCheck;
using FsCheck.Fluent;

namespace Networks.Workflows.Tests.Identifiers;

/// <summary>Tax codes of invented persons, made from the published table of odd values written out in full.</summary>
internal static class PersonCodes
{
    private const string replacements = "LMNPQRSTUV";

    private const string oddValues =
        "0=1 1=0 2=5 3=7 4=9 5=13 6=15 7=17 8=19 9=21 A=1 B=0 C=5 D=7 E=9 F=13 G=15 H=17 I=19 J=21 "
        + "K=2 L=4 M=18 N=20 O=11 P=3 Q=6 R=8 S=12 T=14 U=16 V=10 W=22 X=25 Y=24 Z=23";

    private static readonly Dictionary<char, int> _odd = oddValues.Split(' ').ToDictionary(pair => pair[0], pair => int.Parse(pair[2..]));

    internal static string WithCheck(string first15)
    {
        var odd = first15.Where((_, i) => i % 2 == 0).Sum(c => _odd[c]);
        var even = first15.Where((_, i) => i % 2 == 1).Sum(c => char.IsDigit(c) ? c - '0' : c - 'A');
        return first15 + (char)('A' + ((odd + even) % 26));
    }

    /// <summary>Replaces digits by letters from the right, as many as the level says.</summary>
    internal static string AtLevel(string code, int level)
    {
        var characters = code[..15].ToCharArray();
        foreach (var place in new[] { 14, 13, 12, 10, 9, 7, 6 }.Take(level))
        {
            characters[place] = replacements[characters[place] - '0'];
        }

        return WithCheck(new string(characters));
    }

    internal static Arbitrary<string> Any() =>
        (from letters in Gen.ArrayOf(Gen.Choose('A', 'Z').Select(c => (char)c), 6)
         from year in Gen.Choose(0, 99)
         from month in Gen.Elements("ABCDEHLMPRST".ToCharArray())
         from day in Gen.Choose(1, 28)
         from woman in Gen.Elements(0, 40)
         from place in Gen.Choose('A', 'Z')
         from number in Gen.Choose(0, 999)
         select WithCheck($"{new string(letters)}{year:00}{month}{day + woman:00}{(char)place}{number:000}")).ToArbitrary();
}
