using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.EnterpriseNetworks;
using Networks.Data.Reference;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.Cards;

namespace Networks.Workflows.Discovery;

/// <summary>
/// Looks in a text that other desks and firms will read for what would tell who stands behind it: addresses and numbers,
/// names of the network, its firms and their people, and products that fewer firms than <c>AnonymityK</c> offer.
/// </summary>
internal sealed partial class TextScreen(NetworksDbContext db, DiscoveryLimits limits)
{
    // Words of every network and firm: alone they name nobody.
    private static readonly HashSet<string> _general = new(
        "rete reti contratto network networks reseau reseaux gruppo group groupe consorzio italia italy italie lombardia distretto filiera servizi service services industria industrie industriale lavorazione produzione".Split(' '),
        StringComparer.Ordinal);

    private static readonly Lazy<HashSet<string>> _vocabulary = new(ReadVocabulary);

    /// <param name="field">Of the form in which the text was typed.</param>
    /// <returns>At most one refusal per cause, each naming what is to be taken out.</returns>
    public async Task<IReadOnlyList<Refusal>> FaultsAsync(CaseId caseId, string text, string field, CancellationToken cancellationToken)
    {
        var faults = new List<Refusal>();
        if (Address().Match(text) is { Success: true } address)
        {
            faults.Add(new Refusal(RefusalKind.Invalid, "discovery.text-address", address.Value.Trim()) { Field = field });
        }

        if (Number().Match(Day().Replace(text, " ")) is { Success: true } number)
        {
            faults.Add(new Refusal(RefusalKind.Invalid, "discovery.text-number", number.Value.Trim()) { Field = field });
        }

        var words = FirmTerms.WordsIn(text).ToHashSet(StringComparer.Ordinal);
        var behind = await BehindAsync(caseId, words, cancellationToken);
        if (await FirstRareAsync([.. behind.Names.Where(words.Contains)], cancellationToken) is { } name)
        {
            faults.Add(new Refusal(RefusalKind.Invalid, "discovery.text-name", name) { Field = field });
        }

        if (await FirstRareAsync([.. behind.Products.Except(behind.Names).Where(words.Contains)], cancellationToken) is { } product)
        {
            faults.Add(new Refusal(RefusalKind.Invalid, "discovery.text-product", product) { Field = field });
        }

        return faults;
    }

    private async Task<(HashSet<string> Names, HashSet<string> Products)> BehindAsync(CaseId caseId, HashSet<string> words, CancellationToken cancellationToken)
    {
        var network = await db.EnterpriseNetworks.AsNoTracking().Where(n => n.CaseId == caseId).Select(n => n.Name).SingleAsync(cancellationToken);
        var ids = await db.Participants.AsNoTracking().Where(p => p.CaseId == caseId && p.Status != ParticipantStatus.Declined).Select(p => p.FirmId).ToListAsync(cancellationToken);
        var firms = await db.Firms.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync(cancellationToken);
        var offers = await db.FirmProfiles.AsNoTracking().Where(p => ids.Contains(p.FirmId) && p.Offers != null).Select(p => p.Offers!).ToListAsync(cancellationToken);

        // One word of a network's working title is most often what it does; all of them together are its name.
        var title = FirmTerms.WordsIn(network).Where(w => !_general.Contains(w)).ToList();
        var names = firms.SelectMany(FirmTerms.NamesIn).Concat(title.TrueForAll(words.Contains) ? title : []);
        return ([.. names], [.. offers.SelectMany(FirmTerms.WordsIn)]);
    }

    // A word that many firms use of themselves or in their names, or that is a word of trades and places, points at none.
    private async Task<string?> FirstRareAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        foreach (var word in words.Where(w => !_general.Contains(w) && !_vocabulary.Value.Contains(FirmTerms.Stem(w))).Order(StringComparer.Ordinal))
        {
            var known = await db.SearchAsync(new SearchTerms([], [word, FirmTerms.Name(word)]) { AtMost = limits.AnonymityK }, cancellationToken);
            if (known.Count < limits.AnonymityK)
            {
                return word;
            }
        }

        return null;
    }

    private static HashSet<string> ReadVocabulary()
    {
        var texts = Words.Languages.SelectMany(language => Nace.Divisions.Select(d => Words.In(language, $"activities.d{d}"))
                .Concat(FacetWords.Capabilities.Select(w => Words.In(language, $"discovery.capability-{w}"))))
            .Concat(Provinces.All.SelectMany(p => new[] { p.Name, p.Region }));
        return [.. texts.SelectMany(FirmTerms.WordsIn).Select(FirmTerms.Stem)];
    }

    [GeneratedRegex(@"\S+@\S+|https?://\S+|www\.\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d{2}-\d{2}")]
    private static partial Regex Day();

    // Tax codes of persons, numbers of eight digits and more, telephones.
    [GeneratedRegex(@"\b[A-Z]{6}\d\d[A-Z]\d\d[A-Z]\d{3}[A-Z]\b|\d{8,}|\+\d{2}[\d .\-/]{6,}|\b[03]\d{1,3}[ .\-/]\d{5,8}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
