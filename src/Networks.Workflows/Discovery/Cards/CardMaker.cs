namespace Networks.Workflows.Discovery.Cards;

/// <summary>A firm of one division before its card is made.</summary>
/// <param name="Desk">The desk that follows it: that desk knows it anyway.</param>
/// <param name="Terms">What it could show.</param>
internal sealed record UncardedFirm(long Number, Guid Desk, IReadOnlyList<string> Terms);

/// <summary>
/// Makes the anonymous cards of one division. The firms are parted again and again by one term that enough of them have
/// and enough have not; when no term parts them any more, all of a part show the same card: the terms that every one of
/// them has. Enough is at least k that are strange to any two desks, since a desk can take away its own, and two that lay
/// their answers together those of both. So nobody who searches the cards, however often, gets apart what stands on the
/// same one. Desks with too few firms to be hidden show none in this division.
/// </summary>
internal sealed class CardMaker
{
    /// <summary>Where a firm is comes first, then how large, then what it can do; its own words last.</summary>
    private const int Kinds = 8;

    /// <summary>Desks that may lay together what they know.</summary>
    private const int Colluding = 2;

    /// <summary>Terms that are tried for parting before the next kind has its turn.</summary>
    private const int Tries = 12;

    private readonly int _k;
    private readonly List<string> _terms = [];
    private readonly List<int> _kinds = [];
    private readonly List<int[]> _firms = [];
    private readonly Dictionary<long, string> _cards = [];
    private IReadOnlyList<UncardedFirm> _all = [];
    private readonly List<int> _counted = [];
    private int[] _counts = [];

    private CardMaker(int k) => _k = k;

    /// <returns>The terms of each card by the number of the firm; empty when the firms are too few.</returns>
    public static IReadOnlyDictionary<long, string> Make(IReadOnlyList<UncardedFirm> firms, int k)
    {
        var maker = new CardMaker(k);
        maker.Read(firms);
        if (maker.Largest() is { Count: > 0 } hidden)
        {
            maker.Part(hidden, 0);
        }

        return maker._cards;
    }

    /// <param name="firms">Of one card, desk by desk.</param>
    public static bool AreHidden(IEnumerable<int> firms, int k)
    {
        var desks = firms.OrderDescending().ToList();
        return desks.Skip(Math.Min(desks.Count - 1, Colluding)).Sum() >= k;
    }

    private void Read(IReadOnlyList<UncardedFirm> firms)
    {
        _all = firms;
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var firm in firms)
        {
            _firms.Add([.. firm.Terms.Distinct(StringComparer.Ordinal).Select(Known)]);
        }

        _counts = new int[_terms.Count];

        int Known(string term)
        {
            if (!known.TryGetValue(term, out var number))
            {
                number = _terms.Count;
                known[term] = number;
                _terms.Add(term);
                _kinds.Add(KindOf(term));
            }

            return number;
        }
    }

    /// <param name="kind">Kinds before it part these firms no more.</param>
    private void Part(List<int> group, int kind)
    {
        Count(group);
        for (; kind < Kinds; kind++)
        {
            if (Best(group, kind) is { } term)
            {
                Part(group.FindAll(firm => _firms[firm].Contains(term)), kind);
                Part(group.FindAll(firm => !_firms[firm].Contains(term)), kind);
                return;
            }
        }

        var shown = _firms[group[0]].Where(term => _counts[term] == group.Count).Select(term => _terms[term]);
        var card = string.Join(' ', shown.OrderBy(KindOf).ThenBy(term => term, StringComparer.Ordinal));
        foreach (var firm in group)
        {
            _cards[_all[firm].Number] = card;
        }
    }

    private void Count(List<int> group)
    {
        _counted.ForEach(term => _counts[term] = 0);
        _counted.Clear();
        foreach (var firm in group)
        {
            foreach (var term in _firms[firm])
            {
                if (_counts[term]++ == 0)
                {
                    _counted.Add(term);
                }
            }
        }
    }

    /// <summary>The term that parts the group most evenly into two that hide their firms; null when there is none.</summary>
    private int? Best(List<int> group, int kind)
    {
        var even = _counted.Where(term => _kinds[term] == kind && Math.Min(_counts[term], group.Count - _counts[term]) >= _k)
            .OrderByDescending(term => Math.Min(_counts[term], group.Count - _counts[term])).ThenBy(term => _terms[term], StringComparer.Ordinal).Take(Tries);
        foreach (var term in even)
        {
            if (Hides(group.Where(firm => _firms[firm].Contains(term))) && Hides(group.Where(firm => !_firms[firm].Contains(term))))
            {
                return term;
            }
        }

        return null;
    }

    /// <summary>All firms, or those of the two desks or the one desk with the most, whichever is hidden first; empty when none is.</summary>
    private List<int> Largest()
    {
        var desks = Enumerable.Range(0, _all.Count).GroupBy(firm => _all[firm].Desk).OrderByDescending(desk => desk.Count()).ThenBy(desk => desk.Key).ToList();
        foreach (var some in new[] { desks.Count, Colluding, 1 })
        {
            List<int> firms = [.. desks.Take(some).SelectMany(desk => desk).Order()];
            if (Hides(firms))
            {
                return firms;
            }
        }

        return [];
    }

    // Whoever looks knows the firms of one desk, or of two; where all are theirs, none is left to look at.
    private bool Hides(IEnumerable<int> group)
    {
        var desks = new Dictionary<Guid, int>();
        foreach (var firm in group)
        {
            desks[_all[firm].Desk] = desks.GetValueOrDefault(_all[firm].Desk) + 1;
        }

        return AreHidden(desks.Values, _k);
    }

    private static int KindOf(string term) => FirmTerms.IsWord(term) ? 7 : term[1] switch
    {
        'c' => 0,
        'r' => 1,
        'p' or 'n' => 2,
        's' => 3,
        'k' => 4,
        'q' => 5,
        _ => 6,
    };
}
