using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data;
using Networks.Web.Casework.RecordNote;
using Networks.Web.Casework.ShowCase;
using Networks.Web.Drafting.ShowContract;
using Networks.Web.Infrastructure;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;

namespace Networks.Web.Tests.Journeys;

/// <summary>A full disk, as a quota on the embedded database and as a file store that cannot write.</summary>
public sealed class NoRoomTests
{
    private const string Quota = "Networks:Database:MaxPages";

    [Fact]
    public async Task Given_a_full_database_when_acts_come_then_they_say_so_nothing_is_half_done_and_reading_goes_on()
    {
        await using var desk = await DeskApp.StartAsync();
        var id = await desk.Given.CaseInDraftingAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var configuration = desk.App.Services.GetRequiredService<IConfiguration>();
        var pages = await desk.Given.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT page_count AS Value FROM pragma_page_count").SingleAsync());
        configuration[Quota] = (pages + 2).ToString(CultureInfo.InvariantCulture);

        var acknowledged = 0;
        HttpResponseMessage answer;
        var before = await desk.Given.FingerprintAsync();
        while ((answer = await NoteAsync(client, id)).StatusCode == HttpStatusCode.Found)
        {
            acknowledged++;
            before = await desk.Given.FingerprintAsync();
            Assert.True(acknowledged < 100, "the quota did not hold");
        }

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("common.no-room", Html.Codes(await answer.Content.ReadAsStringAsync()));
        Assert.Contains("testo da non perdere", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await desk.Given.FingerprintAsync());
        foreach (var page in new[] { "/", "/networks", CaseLink.To(id.Value), $"/networks/{id.Value}/history" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
        }

        configuration[Quota] = "1000000";
        Assert.Equal(HttpStatusCode.Found, (await NoteAsync(client, id)).StatusCode);
        var noted = await desk.Given.HistoryAsync(id);
        Assert.Equal(acknowledged + 1, noted.Count(name => name == "casework.noted"));
    }

    [Fact]
    public async Task Given_a_file_store_that_cannot_write_when_a_text_is_brought_then_it_says_so_and_nothing_is_recorded()
    {
        var folder = Directory.CreateTempSubdirectory("networks-no-room-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "incoming"), "a file where the folder should be");
        await using var desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IFileStore>(new DiskFileStore(folder)));
        var id = await desk.Given.CaseInDraftingAsync();
        using var client = await desk.ClientAsync(desk.Given.Lecco);
        var before = await desk.Given.FingerprintAsync();

        var answer = await UploadAsync(client, ContractLink.To(id.Value));

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.Contains("common.no-room", Html.Codes(await answer.Content.ReadAsStringAsync()));
        Assert.Equal(before, await desk.Given.FingerprintAsync());
        Directory.Delete(folder, recursive: true);
    }

    private static Task<HttpResponseMessage> NoteAsync(HttpClient client, CaseId id) =>
        client.PostFormAsync(RecordNoteLink.To(id.Value), "note", ("outcome", "call-back"), ("channel", "Call"), ("text", "testo da non perdere " + new string('x', 3500)));

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string page)
    {
        var html = await client.GetStringAsync(new Uri(page, UriKind.Relative));
        var token = html.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
        using var content = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" },
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(Ids.New(TimeProvider.System).ToString()), "op" },
            { new ByteArrayContent(new byte[2000]), "file", "contratto.docx" },
        };
        return await client.PostAsync(new Uri(page, UriKind.Relative), content);
    }
}
