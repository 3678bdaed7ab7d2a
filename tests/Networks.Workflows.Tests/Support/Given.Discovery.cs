using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Data.Discovery;
using Networks.Data.Firms;
using Networks.Data.Officers;
using Networks.Workflows.Common;
using Networks.Workflows.Discovery.AnswerAsDesk;
using Networks.Workflows.Discovery.AnswerAsFirm;
using Networks.Workflows.Discovery.AskIntroduction;
using Networks.Workflows.Discovery.Cards;
using Networks.Workflows.Discovery.FindPartners;
using Networks.Workflows.Discovery.Imports;
using Networks.Workflows.Discovery.SaveFirmRecord;

namespace Networks.Workflows.Tests.Support;

public sealed partial class Given
{
    /// <summary>A firm of a desk put into the register by the real command; it lets itself be shown and named.</summary>
    /// <param name="number">Makes its identifiers, 1 to 99.</param>
    /// <param name="more">Fields by the words of the register; an empty one takes the usual value away.</param>
    public Task<FirmId> RegisteredAsync(Officer desk, int number, params (string Field, string Value)[] more)
    {
        var values = new Dictionary<string, string>
        {
            ["name"] = $"Registrata {number} Srl",
            ["vat-number"] = InventedIdentifiers.Vat(number),
            ["province"] = "LC",
            ["activity-2025"] = "28.29",
            ["size"] = "Small",
            ["email"] = $"registrata{number}@mail.example",
            ["allows-contact"] = "yes",
            ["allows-anonymous"] = "yes",
            ["allows-name"] = "yes",
        };
        foreach (var (field, value) in more)
        {
            values[field] = value;
        }

        return DoneAsync(desk, new SaveFirmRecord(null, values, "phone"));
    }

    /// <summary>So many firms of a desk that are alike.</summary>
    public async Task<List<FirmId>> AlikeAsync(Officer desk, int first, int count, params (string Field, string Value)[] more)
    {
        var made = new List<FirmId>();
        for (var number = first; number < first + count; number++)
        {
            made.Add(await RegisteredAsync(desk, number, more));
        }

        return made;
    }

    public Task<SearchEntry> EntryAsync(FirmId firm) => ReadAsync(db => db.SearchEntries.AsNoTracking().SingleAsync(e => e.FirmId == firm));

    /// <summary>The job's work: cards of the divisions that wait for it.</summary>
    public Task MakeCardsAsync() => Services.GetRequiredService<RegisterSweep>().MakeCardsAsync(default);

    /// <summary>What the job thinks out before it writes.</summary>
    internal async Task<CardPlan> PlanCardsAsync(string division)
    {
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DivisionCards>().PlanAsync(division, default);
    }

    /// <summary>An introduction that a desk asked for among the cards of others; the first that was not asked for yet.</summary>
    public async Task<Guid> AskedAsync(Officer desk, CaseId id)
    {
        var found = await DoneAsync(desk, new FindPartners(id, null));
        return await DoneAsync(desk, new AskIntroduction(id, found.Cards.First(c => !c.Asked).Key, "Ci piacerebbe conoscervi."));
    }

    /// <summary>The secret of the newest link that a mail of a kind carries.</summary>
    public async Task<string> LinkAsync(string kind)
    {
        var body = await ReadAsync(db => db.Outbox.Where(m => m.Kind == kind).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        return body[(body.LastIndexOf('/') + 1)..].Trim();
    }

    /// <summary>Both have said yes.</summary>
    public async Task<Guid> IntroducedAsync(Officer asking, Officer holding, CaseId id)
    {
        var introduction = await AskedAsync(asking, id);
        await DoneAsync(holding, new AnswerAsDesk(id, introduction, true, null));
        var token = await LinkAsync("discovery.firm-asked");
        var firm = (await SendAsAsync(Actor.Nobody, new IdentifyAskedFirm(token))).Value.Actor;
        Assert.True((await SendAsAsync(firm, new AnswerAsFirm(id, token, true, null))).Ok);
        return introduction;
    }
}
