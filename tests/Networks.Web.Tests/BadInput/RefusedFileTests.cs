using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Networks.Data.Officers;
using Networks.Web.Tests.Support;
using Networks.Workflows.Common;
using Networks.Workflows.Documents;

namespace Networks.Web.Tests.BadInput;

/// <summary>A file that cannot be had is told by a page, in its own words; one that can leaves as an attachment.</summary>
public sealed class RefusedFileTests
{
    [Fact]
    public async Task Given_no_converter_when_the_report_is_asked_for_as_PDF_then_a_page_says_why_and_the_workbook_is_still_there()
    {
        await using var desk = await DeskApp.StartAsync(builder => builder.Services.AddSingleton<IPdfConverter, NoConverter>());
        var lead = await desk.Given.WatcherAsync(OfficerRoles.Lead);
        await DeskApp.AccountAsync(desk.App, lead);
        using var client = await desk.ClientAsync(lead);

        using var paper = await client.GetAsync(new Uri("/region/report.pdf", UriKind.Relative));
        using var book = await client.GetAsync(new Uri("/region/report.xlsx", UriKind.Relative));

        var page = await paper.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (paper.StatusCode, paper.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Il file non si può avere adesso", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("manca LibreOffice", page, StringComparison.Ordinal);
        Assert.Contains("file di Excel", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "attachment"), (book.StatusCode, book.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("no-store", book.Headers.CacheControl!.ToString());
        Assert.Contains("sandbox", book.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private sealed class NoConverter : IPdfConverter
    {
        public Task<Result<byte[]>> ToPdfAsync(WordFile document, CancellationToken cancellationToken) => Task.FromResult<Result<byte[]>>(DocumentRefusals.NoPdfConverter);
    }
}
