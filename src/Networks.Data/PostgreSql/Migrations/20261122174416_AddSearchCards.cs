using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Networks.Data.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AddSearchCards : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "CardNumber",
                table: "SearchEntries",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SearchCards",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Division = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    Terms = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchCards", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries",
                columns: new[] { "CardNumber", "HeldBy" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchCards_Division",
                table: "SearchCards",
                column: "Division");

            // What the firms show is searched card by card from now on.
            migrationBuilder.Sql("""ALTER TABLE "SearchEntries" DROP COLUMN "SharedTerms";""");
            migrationBuilder.Sql("""ALTER TABLE "SearchCards" ADD COLUMN "TermsIndexed" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("Terms", ' '))) STORED;""");
            migrationBuilder.Sql("""CREATE INDEX "IX_SearchCards_TermsIndexed" ON "SearchCards" USING gin ("TermsIndexed");""");
            migrationBuilder.Sql("""UPDATE "SearchEntries" SET "CardIsStale" = TRUE WHERE "Shared" <> '';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchCards");

            migrationBuilder.DropIndex(
                name: "IX_SearchEntries_CardNumber_HeldBy",
                table: "SearchEntries");

            migrationBuilder.DropColumn(
                name: "CardNumber",
                table: "SearchEntries");
        }
    }
}
