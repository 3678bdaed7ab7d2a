using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Networks.Data;
using Networks.Data.Officers;
using Networks.Data.Work;
using Networks.Web.Commands.DemoSigning;
using Networks.Web.Signing.ShowSigning;
using Networks.Web.Signing.UploadSigned;
using Networks.Web.Tests.Support;
using Networks.Workflows.Tests.Support;

namespace Networks.Web.Tests.Demo;

/// <summary>Who tries the demo can sign for its firms; nobody else ever can.</summary>
public sealed partial class TrialSignatureTests(DemoApp demo) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Given_the_demo_when_the_signed_file_of_a_firm_is_downloaded_and_brought_then_the_firm_has_signed()
    {
        var (id, officer) = await demo.ReadAsync(async db =>
        {
            var item = (await db.WorkItems.Where(i => i.Status == WorkItemStatus.Open).ToListAsync()).First(i => i.Name == "upload-signed");
            var owner = await db.Cases.Where(c => c.Id == item.CaseId).Select(c => c.OwnerId).SingleAsync();
            var people = await db.Officers.Where(o => o.AssociationId == owner).ToListAsync();
            return (item.CaseId, people.First(o => o.Roles.HasFlag(OfficerRoles.Desk)).Id);
        });
        using var client = await demo.ClientAsync(officer);
        var before = await LinksAsync(client, id);
        Assert.NotEmpty(before);

        var file = await client.GetByteArrayAsync(new Uri(before[0], UriKind.Relative));
        var answer = await client.PostFilesAsync(UploadSignedLink.To(id), "upload", "files", [("firmato.p7m", file)]);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.DoesNotContain(before[0], await LinksAsync(client, id));
    }

    [Fact]
    public async Task Given_any_other_service_when_the_address_is_asked_for_then_it_is_not_there_and_the_page_offers_nothing()
    {
        await using var desk = await DeskApp.StartAsync();
        var signing = await desk.Given.CaseInSigningAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var address = TrialSignature.To(signing.Id.Value, signing.Firms[0]);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        using var stranger = desk.App.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.Empty(await LinksAsync(client, signing.Id));
    }

    private static async Task<List<string>> LinksAsync(HttpClient client, CaseId id) =>
        [.. Trial().Matches(await client.GetStringAsync(new Uri(ShowSigningLink.To(id), UriKind.Relative))).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("href=\"([^\"]+/trial\\.p7m)\"")]
    private static partial Regex Trial();
}
